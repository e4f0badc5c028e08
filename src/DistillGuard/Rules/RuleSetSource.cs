// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Rules;

/// <summary>A rule document as written: its JSON text and the name that diagnostics give it.</summary>
public sealed class RuleSetSource
{
    /// <summary>Makes a source of UTF-8 bytes.</summary>
    /// <param name="name">What diagnostics call it, usually a file name.</param>
    /// <param name="utf8">The JSON text.</param>
    public RuleSetSource(string name, ReadOnlyMemory<byte> utf8)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Utf8 = utf8;
    }

    /// <summary>Makes a source of a string.</summary>
    /// <param name="name">What diagnostics call it, usually a file name.</param>
    /// <param name="json">The JSON text.</param>
    public RuleSetSource(string name, string json)
        : this(name, Encoding.UTF8.GetBytes(json ?? throw new ArgumentNullException(nameof(json))))
    {
    }

    /// <summary>What diagnostics call the document.</summary>
    public string Name { get; }

    /// <summary>The JSON text, UTF-8.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }
}
