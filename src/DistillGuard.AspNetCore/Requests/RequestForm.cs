// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Requests;

/// <summary>How a request carries what the model will read.</summary>
internal enum RequestForm
{
    /// <summary>The body is one request to the model.</summary>
    Single,

    /// <summary>The body is a form with a file of requests, one a line; <c>POST /v1/files</c>.</summary>
    FileUpload,

    /// <summary>The body is an object with an array of requests; <c>POST /v1/messages/batches</c>.</summary>
    InlineBatch,

    /// <summary>The body names a file that was uploaded before; <c>POST /v1/batches</c>.</summary>
    BatchByFile,

    /// <summary>No reader knows it.</summary>
    Unknown,
}
