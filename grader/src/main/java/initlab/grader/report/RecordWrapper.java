package initlab.grader.report;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.SimpleHash;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets templates read records that are not public: FreeMarker itself reads public types alone. */
final class RecordWrapper extends DefaultObjectWrapper {
  RecordWrapper() {
    super(Configuration.VERSION_2_3_34);
  }

  @Override
  public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
    return value instanceof Record model
        ? new SimpleHash(components(model), this)
        : super.wrap(value);
  }

  private static Map<String, Object> components(Record model) throws TemplateModelException {
    Map<String, Object> values = new HashMap<>();
    for (RecordComponent component : model.getClass().getRecordComponents()) {
      try {
        values.put(component.getName(), component.getAccessor().invoke(model));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new TemplateModelException("a page's model cannot be read", e);
      }
    }
    return values;
  }
}
