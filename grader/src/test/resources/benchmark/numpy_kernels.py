"""NumPy's times for what KernelBenchmark measures, in milliseconds: training, a million normals."""

import sys
import time

import numpy as np


def train(x, y):
    """The lab's network and training, 2-10-5-1, 15,000 iterations from He's weights."""
    dims = [2, 10, 5, 1]
    state = np.random.RandomState(3)
    w = [state.randn(n, k) * np.sqrt(2 / k) for k, n in zip(dims, dims[1:])]
    b = [np.zeros((n, 1)) for n in dims[1:]]
    m = x.shape[1]
    for _ in range(15000):
        a = [x]
        for layer in range(3):
            z = w[layer] @ a[-1] + b[layer]
            a.append(np.maximum(0, z) if layer < 2 else 1 / (1 + np.exp(-z)))
        dz = (a[3] - y) / m
        gradients = [None] * 3
        for layer in (2, 1, 0):
            gradients[layer] = (dz @ a[layer].T, dz.sum(axis=1, keepdims=True))
            if layer:
                dz = (w[layer].T @ dz) * (a[layer] > 0)
        for layer, (dw, db) in enumerate(gradients):
            w[layer] -= 0.01 * dw
            b[layer] -= 0.01 * db


def milliseconds(work):
    times = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return sorted(times)[1]


data = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1)
generator = np.random.RandomState(3)
print(milliseconds(lambda: train(data[:, :2].T, data[:, 2:].T)))
print(milliseconds(lambda: generator.randn(1000, 1000)))
