// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Requests;

/// <summary>
/// How a request asks the model to answer. A member the body does not give has the value that its documentation names.
/// </summary>
/// <remarks>
/// Numbers are taken as the client sent them; out-of-range values are kept, because the API behind judges them.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public record struct SamplingParameters
{
    /// <summary>Makes parameters of a request that gives none.</summary>
    public SamplingParameters()
    {
    }

    /// <summary>Answers asked for at once (<c>n</c>, <c>candidateCount</c>). Not given: 1.</summary>
    public int ChoiceCount { get; set; } = 1;

    /// <summary>Most tokens the answer may have. Not given: 0.</summary>
    public int MaxOutputTokens { get; set; }

    /// <summary>Sampling temperature. Not given: <see cref="float.NaN"/>.</summary>
    public float Temperature { get; set; } = float.NaN;

    /// <summary>Nucleus sampling mass. Not given: <see cref="float.NaN"/>.</summary>
    public float TopP { get; set; } = float.NaN;

    /// <summary>Candidates per token. Not given: 0.</summary>
    public int TopK { get; set; }

    /// <summary>Whether log probabilities of the answer's tokens are asked for.</summary>
    public bool LogProbabilities { get; set; }

    /// <summary>Alternatives per token whose log probabilities are asked for. Not given: 0.</summary>
    public int TopLogProbabilities { get; set; }

    /// <summary>Whether a sampling seed is given.</summary>
    public bool HasSeed { get; set; }

    /// <summary>Number of stop sequences.</summary>
    public int StopCount { get; set; }

    /// <summary>Whether the answer is streamed.</summary>
    public bool Stream { get; set; }

    /// <summary>The form demanded of the answer.</summary>
    public OutputFormat OutputFormat { get; set; }

    /// <summary>Number of tools offered.</summary>
    public int ToolCount { get; set; }

    /// <summary>
    /// Whether reasoning is asked for: an effort other than none, a thinking budget other than 0,
    /// or thinking switched on.
    /// </summary>
    public bool AsksForReasoning { get; set; }

    /// <summary>
    /// Whether the reasoning (or a summary of it, or its opaque form) is to be shown in the response.
    /// </summary>
    public bool ShowsReasoning { get; set; }

    /// <summary>Number of messages in the body.</summary>
    public int MessageCount { get; set; }

    /// <summary>Number of parts that are no text: images, audio, files.</summary>
    public int MediaCount { get; set; }
}
