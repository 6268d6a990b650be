/*
 * What KernelBenchmark's training costs in C: the lab's network, 2-10-5-1, for 15,000 iterations.
 * cc -O3 -march=native -ffast-math -o train train.c -lm && ./train circles_train.csv
 * prints the median of five runs in milliseconds, and one of the numbers learnt.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define M 300
#define RUNS 5

static double x[2][M], y[M], a1[10][M], a2[5][M], a3[M], d3[M], d2[5][M], d1[10][M];
static double w1[10][2], b1[10], w2[5][10], b2[5], w3[5], b3;

static void start(void) {
  srand(1);
  b3 = 0;
  for (int i = 0; i < 10; i++) {
    b1[i] = 0;
    for (int k = 0; k < 2; k++) w1[i][k] = 2.0 * rand() / RAND_MAX - 1;
  }
  for (int i = 0; i < 5; i++) {
    b2[i] = 0;
    w3[i] = 2.0 * rand() / RAND_MAX - 1;
    for (int k = 0; k < 10; k++) w2[i][k] = 1.0 * rand() / RAND_MAX - 0.5;
  }
}

static void forward(void) {
  for (int i = 0; i < 10; i++)
    for (int j = 0; j < M; j++) {
      double z = b1[i] + w1[i][0] * x[0][j] + w1[i][1] * x[1][j];
      a1[i][j] = z > 0 ? z : 0;
    }
  for (int i = 0; i < 5; i++) {
    for (int j = 0; j < M; j++) a2[i][j] = b2[i];
    for (int k = 0; k < 10; k++)
      for (int j = 0; j < M; j++) a2[i][j] += w2[i][k] * a1[k][j];
    for (int j = 0; j < M; j++) a2[i][j] = a2[i][j] > 0 ? a2[i][j] : 0;
  }
  for (int j = 0; j < M; j++) {
    double z = b3;
    for (int k = 0; k < 5; k++) z += w3[k] * a2[k][j];
    a3[j] = 1 / (1 + exp(-z));
  }
}

static void backward(void) {
  for (int j = 0; j < M; j++) d3[j] = (a3[j] - y[j]) / M;
  for (int k = 0; k < 5; k++)
    for (int j = 0; j < M; j++) d2[k][j] = a2[k][j] > 0 ? w3[k] * d3[j] : 0;
  for (int k = 0; k < 10; k++)
    for (int j = 0; j < M; j++) {
      double s = 0;
      for (int i = 0; i < 5; i++) s += w2[i][k] * d2[i][j];
      d1[k][j] = a1[k][j] > 0 ? s : 0;
    }
}

static double dot(const double *d, const double *a) {
  double s = 0;
  for (int j = 0; j < M; j++) s += d[j] * a[j];
  return s;
}

static double sum(const double *d) {
  double s = 0;
  for (int j = 0; j < M; j++) s += d[j];
  return s;
}

static void descend(void) {
  for (int k = 0; k < 5; k++) w3[k] -= 0.01 * dot(d3, a2[k]);
  b3 -= 0.01 * sum(d3);
  for (int i = 0; i < 5; i++) {
    b2[i] -= 0.01 * sum(d2[i]);
    for (int k = 0; k < 10; k++) w2[i][k] -= 0.01 * dot(d2[i], a1[k]);
  }
  for (int i = 0; i < 10; i++) {
    b1[i] -= 0.01 * sum(d1[i]);
    for (int k = 0; k < 2; k++) w1[i][k] -= 0.01 * dot(d1[i], x[k]);
  }
}

static double milliseconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return 1e3 * t.tv_sec + 1e-6 * t.tv_nsec;
}

static int compare(const void *a, const void *b) {
  double difference = *(const double *)a - *(const double *)b;
  return (difference > 0) - (difference < 0);
}

int main(int argc, char **argv) {
  double took[RUNS];
  char header[64];
  FILE *data = argc > 1 ? fopen(argv[1], "r") : NULL;
  if (!data || !fgets(header, sizeof header, data)) return 1;
  for (int j = 0; j < M; j++)
    if (fscanf(data, "%lf,%lf,%lf", &x[0][j], &x[1][j], &y[j]) != 3) return 1;
  for (int run = 0; run < RUNS; run++) {
    start();
    double begin = milliseconds();
    for (int i = 0; i < 15000; i++) {
      forward();
      backward();
      descend();
    }
    took[run] = milliseconds() - begin;
  }
  qsort(took, RUNS, sizeof(double), compare);
  printf("%.1f\n%.6f\n", took[RUNS / 2], b3);
  return 0;
}
