// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Runtime.InteropServices;

namespace DistillGuard.Signals;

/// <summary>One piece of evidence: a reference to its description, and numbers. Words are made later, by <see cref="Describe"/>.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct Signal
{
    /// <summary>Makes a signal.</summary>
    /// <param name="info">What it says.</param>
    /// <param name="weight">Evidence in natural log-odds: 0 says nothing, negative speaks for innocence.</param>
    /// <param name="measure">What was measured, in the unit that the description names.</param>
    /// <param name="limit">What would still be usual, in the same unit.</param>
    /// <param name="tag">Up to eight characters that belong to it, such as a country code.</param>
    public Signal(SignalInfo info, float weight, float measure, float limit, SignalTag tag = default)
    {
        Info = info;
        Weight = weight;
        Measure = measure;
        Limit = limit;
        Tag = tag;
    }

    /// <summary>What the signal says.</summary>
    public SignalInfo Info { get; }

    /// <summary>Evidence in natural log-odds: 0 says nothing, negative speaks for innocence.</summary>
    public float Weight { get; }

    /// <summary>What was measured.</summary>
    public float Measure { get; }

    /// <summary>What would still be usual.</summary>
    public float Limit { get; }

    /// <summary>Characters that belong to the signal, such as a country code.</summary>
    public SignalTag Tag { get; }

    /// <summary>The reason in words.</summary>
    public string Describe() =>
        string.Format(CultureInfo.InvariantCulture, Info.Reason, Measure, Limit, Tag.ToString());
}
