// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Features;

/// <summary>What a user message looks like, whatever it says and in whatever language: a handful of coarse numbers, no text.</summary>
/// <remarks>Eight bytes. A plain value.</remarks>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct PromptStyle
{
    /// <summary>Logarithm of the length in bytes to base 2, in sixteenths; a letter of two bytes counts once, so that Russian is as long as English.</summary>
    public byte Length { get; init; }

    /// <summary>Logarithm of the number of lines to base 2, in sixteenths.</summary>
    public byte Lines { get; init; }

    /// <summary>Share of bytes that are digits, in 255ths, with a square root taken.</summary>
    public byte Digits { get; init; }

    /// <summary>Share of bytes that are ASCII punctuation, in 255ths, with a square root taken.</summary>
    public byte Marks { get; init; }

    /// <summary>Share of bytes that are ASCII capitals, in 255ths, with a square root taken.</summary>
    public byte Capitals { get; init; }

    /// <summary>Mean length of words in bytes, in sixteenths.</summary>
    public byte WordLength { get; init; }

    /// <summary>Facts about the first and the last character.</summary>
    public StyleEdges Edges { get; init; }
}
