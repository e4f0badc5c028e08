// SPDX-License-Identifier: MIT

using Microsoft.Net.Http.Headers;

namespace DistillGuard.AspNetCore.Requests.Batches;

/// <summary>Finds the reader of an upload.</summary>
internal static class UploadReaders
{
    private const int LongestBoundary = 70;

    /// <summary>Makes the reader of a batch upload.</summary>
    /// <param name="form">How the upload carries its items.</param>
    /// <param name="contentType">Its content type.</param>
    /// <param name="bound">The longest item, in bytes.</param>
    /// <param name="sink">Who gets the items.</param>
    /// <returns>The reader, or <see langword="null"/> when the upload is no form.</returns>
    public static IPassingBody? Create(RequestForm form, string? contentType, int bound, IBatchSink sink)
    {
        if (form == RequestForm.InlineBatch)
        {
            return new ArrayItemReader(bound, sink);
        }

        if (!MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        string boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        return boundary.Length is > 0 and <= LongestBoundary ? new FormFileReader(boundary, bound, sink) : null;
    }
}
