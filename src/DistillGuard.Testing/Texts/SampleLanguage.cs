// SPDX-License-Identifier: MIT

namespace DistillGuard.Testing.Texts;

/// <summary>A language that <see cref="SampleTexts"/> writes.</summary>
public enum SampleLanguage
{
    /// <summary>English.</summary>
    English,

    /// <summary>Chinese, simplified characters.</summary>
    Chinese,

    /// <summary>Russian.</summary>
    Russian,
}
