// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Recording;

/// <summary>What stands in the log for the texts of a request's body.</summary>
public enum RecordedTexts
{
    /// <summary>Made-up words of about the same length, chosen by keyed hashes of the sentences: alike sentences stay alike, and none can be read.</summary>
    Hashed,

    /// <summary>Nothing: empty texts. What is left is who sent what kind of request when.</summary>
    Omitted,

    /// <summary>The body as it was sent. The log is then as confidential as the prompts.</summary>
    Kept,
}
