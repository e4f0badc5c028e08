// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Requests;

/// <summary>Looks at bytes of a request body as they pass by; it must neither keep them nor throw.</summary>
internal interface IPassingBody
{
    /// <summary>Looks at the next bytes; an empty span is the end of the body.</summary>
    void Read(ReadOnlySpan<byte> passing);
}
