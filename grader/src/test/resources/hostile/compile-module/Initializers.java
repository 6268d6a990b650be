/** Is a module. */
open module initializers {
  requires java.base;
}
