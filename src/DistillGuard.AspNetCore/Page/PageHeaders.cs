// SPDX-License-Identifier: MIT

using Microsoft.AspNetCore.Http;

namespace DistillGuard.AspNetCore.Page;

/// <summary>The headers that keep the page to itself: nothing is fetched, framed, kept or guessed.</summary>
internal static class PageHeaders
{
    public static void Write(IHeaderDictionary headers, string nonce)
    {
        WriteCommon(headers);
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; img-src data:; connect-src 'self'; " +
            "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    /// <summary>Those of everything that the page sends.</summary>
    public static void WriteCommon(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
