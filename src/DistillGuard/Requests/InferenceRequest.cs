// SPDX-License-Identifier: MIT

namespace DistillGuard.Requests;

/// <summary>One request to a model: when, from whom, over which API, and what it says.</summary>
/// <remarks>A <c>ref struct</c> over borrowed memory: a detector that tried to keep it would not compile.</remarks>
public readonly ref struct InferenceRequest
{
    /// <summary>When the request arrived. The library reads no clock of its own.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Who sent it.</summary>
    public required Caller Caller { get; init; }

    /// <summary>The API it was sent to.</summary>
    public ApiKind Api { get; init; }

    /// <summary>The model's name where the API carries it in the URL, as Gemini does; empty when the body has it.</summary>
    public ReadOnlySpan<byte> Model { get; init; }

    /// <summary>Whether the URL asks for a streamed answer, as Gemini's does; when false, the body decides.</summary>
    public bool Stream { get; init; }

    /// <summary>What it says and asks for.</summary>
    public RequestContent Content { get; init; }

    /// <summary>Conversation id the host knows of.</summary>
    public ReadOnlySpan<char> Conversation { get; init; }

    /// <summary>End-user id the host knows of; the body's own stands in <see cref="RequestContent.EndUser"/>.</summary>
    public ReadOnlySpan<char> EndUser { get; init; }
}
