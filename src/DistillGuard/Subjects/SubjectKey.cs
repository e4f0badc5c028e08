// SPDX-License-Identifier: MIT

namespace DistillGuard.Subjects;

/// <summary>A keyed 128-bit hash that stands for a subject. The default value means "no such subject in this request".</summary>
/// <param name="Low">The lower 64 bits.</param>
/// <param name="High">The upper 64 bits.</param>
/// <remarks>The raw id cannot be recovered without the deployment's secret. An immutable value; safe on any thread.</remarks>
public readonly record struct SubjectKey(ulong Low, ulong High)
{
    /// <summary>Whether the request has such a subject.</summary>
    public bool IsPresent => (Low | High) != 0;

    /// <summary>An order without meaning, the same for everybody: in it profiles are locked.</summary>
    internal bool IsBelow(SubjectKey other) => High != other.High ? High < other.High : Low < other.Low;

    /// <summary>The first eight hexadecimal digits: enough to tell two subjects apart in a message.</summary>
    public override string ToString() => (High >> 32).ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
}
