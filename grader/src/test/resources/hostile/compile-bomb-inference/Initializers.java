package initlab.student;

final class Initializers {
  static <T> T m(T a) {
    return a;
  }

  static int m(int a) {
    return a;
  }

  static Object o(int a) {
    return m(a>0?m(a>1?m(a>2?m(a>3?m(a>4?m(a>5?m(a>6?m(a>7?m(a>8?m(a>9?m(a>10?m(a>11?m(a>12?m(a>13?m(0):m(0)):m(0)):m(0)):m(0)):m(0)):m(0)):m(0)):m(0)):m(0)):m(0)):m(0)):m(0)):m(0)):m(0));
  }
}
