package java.lang;

public final class Initializers {}
