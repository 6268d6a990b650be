package initlab.student;

import java.util.HashMap;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/** Has a method too long for a class file: javac doubles what is in each finally. */
public final class Initializers {
  public static Map<String, SimpleMatrix> initializeZeros(int[] layerDims) {
    return new HashMap<>();
  }

  static void f(int x) {
    try { x++; } finally {
    try { x++; } finally {
    try { x++; } finally {
    try { x++; } finally {
    try { x++; } finally {
    try { x++; } finally {
    try { x++; } finally {
    try { x++; } finally {
    try { x++; } finally {
    try { x++; } finally {
    try { x++; } finally {
    try { x++; } finally {
    try { x++; } finally {
    try { x++; } finally {
    x++;
    } } } } } } } } } } } } } }
  }
}
