// SPDX-License-Identifier: MIT

namespace DistillGuard.Requests;

/// <summary>The form a request demands of the answer.</summary>
public enum OutputFormat : byte
{
    /// <summary>Nothing is demanded, or plain text.</summary>
    Text,

    /// <summary>Any JSON object.</summary>
    JsonObject,

    /// <summary>JSON that follows a schema given in the request.</summary>
    JsonSchema,
}
