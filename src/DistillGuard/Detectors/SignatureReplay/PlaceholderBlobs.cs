// SPDX-License-Identifier: MIT

namespace DistillGuard.Detectors.SignatureReplay;

/// <summary>What stands where a signature should stand but is none: everybody sends the same ones, so having one says nothing.</summary>
/// <remarks>
/// Gemini documents two words that switch its check off, for history that another model wrote
/// (https://ai.google.dev/gemini-api/docs/thought-signatures); some clients encode them once more. Shorter texts than any hash are
/// made up by tests and adapters.
/// </remarks>
internal static class PlaceholderBlobs
{
    /// <summary>Bytes of the shortest text that is taken for a blob or its hash: a 64-bit hash in hexadecimal digits.</summary>
    public const int ShortestBlob = 16;

    public static bool Contains(ReadOnlySpan<byte> blob) =>
        blob.Length < ShortestBlob
        || blob.SequenceEqual("skip_thought_signature_validator"u8)
        || blob.SequenceEqual("context_engineering_is_the_way_to_go"u8)
        || blob.SequenceEqual("c2tpcF90aG91Z2h0X3NpZ25hdHVyZV92YWxpZGF0b3I="u8)
        || blob.SequenceEqual("Y29udGV4dF9lbmdpbmVlcmluZ19pc190aGVfd2F5X3RvX2dv"u8);
}
