// SPDX-License-Identifier: MIT

namespace DistillGuard.Benchmarks.Samples;

/// <summary>What kind of text a generated prompt is made of.</summary>
public enum SampleLanguage
{
    /// <summary>English prose: ASCII.</summary>
    English,

    /// <summary>Chinese prose: three bytes a character, no spaces.</summary>
    Chinese,

    /// <summary>Russian prose: two bytes a letter.</summary>
    Russian,

    /// <summary>Indented program text: ASCII with many line feeds and symbols.</summary>
    Code,
}
