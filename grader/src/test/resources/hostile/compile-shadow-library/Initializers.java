package org.ejml.simple;

/** Puts a class into a package of the matrix library. */
public final class Initializers {}
