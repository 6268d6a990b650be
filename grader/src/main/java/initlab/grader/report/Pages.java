package initlab.grader.report;

import freemarker.template.Configuration;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import initlab.grader.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
    templates.setObjectWrapper(new RecordWrapper());
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    templates.setLogTemplateExceptions(false);
    share(templates);
    return templates;
  }

  /** What all pages have. */
  private static void share(Configuration templates) {
    TemplateMethodModelEx text = Pages::text;
    String script = resource("table.js");
    String hash = Base64.getEncoder().encodeToString(DigestUtils.sha256(script));
    Map.of(
            "text", text,
            "style", new SimpleScalar(resource("style.css")),
            "script", new SimpleScalar(script),
            "scriptHash", new SimpleScalar("sha256-" + hash))
        .forEach(templates::setSharedVariable);
  }

  /**
   * The bytes of a page.
   *
   * @param content what the template names: the components of a record
   */
  static byte[] page(String template, Record content) throws IOException {
    StringWriter page = new StringWriter();
    try {
      TEMPLATES.getTemplate(template).process(content, page);
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

  private static String resource(String name) {
    try (InputStream in = Pages.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
