package initlab.grader.report;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import initlab.grader.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Fills in the pages' templates. Whatever comes from a submission is escaped there, and a page's
 * own content policy forbids every script but ours.
 */
final class Pages {
  private static final Configuration TEMPLATES = templates();

  private Pages() {}

  private static Configuration templates() {
    Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
    templates.setClassForTemplateLoading(Pages.class, "");
    templates.setDefaultEncoding("UTF-8");
    templates.setLocale(Locale.ROOT);
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    templates.setLogTemplateExceptions(false);
    return templates;
  }

  /** The bytes of a page. */
  static byte[] page(String template, Map<String, Object> content) throws IOException {
    Map<String, Object> all = new HashMap<>(content);
    TemplateMethodModelEx text = Pages::text;
    String script = resource("table.js");
    all.put("text", text);
    all.put("style", resource("style.css"));
    all.put("script", script);
    all.put(
        "scriptHash", "sha256-" + Base64.getEncoder().encodeToString(DigestUtils.sha256(script)));
    StringWriter page = new StringWriter();
    try {
      TEMPLATES.getTemplate(template).process(all, page);
    } catch (TemplateException e) {
      throw new IOException("the template " + template + " is broken", e);
    }
    return page.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Object text(List<?> arguments) {
    Object[] values = arguments.stream().skip(1).map(value -> intValue(value)).toArray();
    return Messages.get(arguments.get(0).toString(), values);
  }

  private static Object intValue(Object value) {
    return Integer.valueOf(value.toString());
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Pages.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
