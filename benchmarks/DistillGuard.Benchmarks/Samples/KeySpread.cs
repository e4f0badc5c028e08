// SPDX-License-Identifier: MIT

namespace DistillGuard.Benchmarks.Samples;

/// <summary>How requests spread over accounts.</summary>
public enum KeySpread
{
    /// <summary>Every account sends equally often: the worst case for caches.</summary>
    Uniform,

    /// <summary>Zipf's law with exponent 1: a few accounts send most.</summary>
    Zipf,
}
