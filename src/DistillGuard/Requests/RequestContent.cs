// SPDX-License-Identifier: MIT

namespace DistillGuard.Requests;

/// <summary>What a request says and asks for: borrowed UTF-8 text, its pieces, and the parameters.</summary>
/// <remarks>
/// A view over memory of a <see cref="RequestBuffer"/>; being a <c>ref struct</c> it cannot outlive the call it is
/// passed to. All text is UTF-8 with JSON escapes already resolved, so that nothing hides behind <c>\u0069</c>.
/// </remarks>
public readonly ref struct RequestContent
{
    internal RequestContent(
        ReadOnlySpan<byte> text,
        ReadOnlySpan<TextPart> parts,
        in SamplingParameters sampling,
        ReadOnlySpan<byte> model,
        ReadOnlySpan<byte> endUser,
        ReadOnlySpan<byte> previousResponse)
    {
        Text = text;
        Parts = parts;
        Sampling = sampling;
        Model = model;
        EndUser = endUser;
        PreviousResponse = previousResponse;
    }

    /// <summary>All texts back to back, UTF-8. Invalid sequences were refused by the reader.</summary>
    public ReadOnlySpan<byte> Text { get; }

    /// <summary>The pieces of <see cref="Text"/> in the order of the body.</summary>
    public ReadOnlySpan<TextPart> Parts { get; }

    /// <summary>How the model is asked to answer.</summary>
    public SamplingParameters Sampling { get; }

    /// <summary>The model's name as given in the body; empty when not given.</summary>
    public ReadOnlySpan<byte> Model { get; }

    /// <summary>
    /// The end-user id the body carries (<c>user</c>, <c>safety_identifier</c>, <c>metadata.user_id</c>); empty when
    /// not given.
    /// </summary>
    public ReadOnlySpan<byte> EndUser { get; }

    /// <summary>The response this request continues (<c>previous_response_id</c>); empty when not given.</summary>
    public ReadOnlySpan<byte> PreviousResponse { get; }

    /// <summary>The bytes of one piece.</summary>
    public ReadOnlySpan<byte> this[TextPart part] => Text.Slice(part.Start, part.Length);
}
