package initlab.grader.lab;

import initlab.grader.assignment.Subject;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Fixes what a property generates: jqwik's seed derives from the course's secret and the check, so
 * that every run of a check has the same examples and no two checks share theirs. jqwik finds the
 * hook as a service and uses it for every property: no check class can forget it.
 */
public final class GradingSeed implements AroundPropertyHook {
  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    String check = context.containerClass().getName() + "." + context.targetMethod().getName();
    context.attributes().setSeed(String.valueOf(Subject.secret().seed(check)));
    return property.execute();
  }
}
