// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.AspNetCore.Requests;

/// <summary>Tells APIs apart by their paths, whatever prefix the host puts before them. Allocates nothing but Gemini's model name.</summary>
internal static class RequestPaths
{
    /// <summary>Places a path.</summary>
    /// <returns>Where it goes: <see cref="RequestPlace.Unknown"/> for an unknown path below a version segment, <see langword="null"/> for any other.</returns>
    public static RequestPlace? Place(string path)
    {
        ReadOnlySpan<char> rest = path.AsSpan().TrimEnd('/');
        if (EndsWith(rest, "/v1/chat/completions"))
        {
            return new RequestPlace(RequestForm.Single, ApiKind.OpenAIChatCompletions);
        }

        if (EndsWith(rest, "/v1/responses"))
        {
            return new RequestPlace(RequestForm.Single, ApiKind.OpenAIResponses);
        }

        if (EndsWith(rest, "/v1/messages"))
        {
            return new RequestPlace(RequestForm.Single, ApiKind.AnthropicMessages);
        }

        if (EndsWith(rest, "/v1/messages/batches"))
        {
            return new RequestPlace(RequestForm.InlineBatch, ApiKind.AnthropicMessages);
        }

        if (EndsWith(rest, "/v1/files"))
        {
            return new RequestPlace(RequestForm.FileUpload, ApiKind.Unknown);
        }

        if (EndsWith(rest, "/v1/batches"))
        {
            return new RequestPlace(RequestForm.BatchByFile, ApiKind.Unknown);
        }

        return PlaceModelMethod(rest) ?? (IsVersioned(rest) ? RequestPlace.Unknown : null);
    }

    // .../models/{model}:generateContent, of Gemini's own API and of clouds that put projects and publishers before it.
    private static RequestPlace? PlaceModelMethod(ReadOnlySpan<char> path)
    {
        int colon = path.LastIndexOf(':');
        int slash = path.LastIndexOf('/');
        if (slash < 0 || colon <= slash + 1)
        {
            return null;
        }

        ReadOnlySpan<char> method = path[(colon + 1)..];
        bool isStream = method.Equals("streamGenerateContent", StringComparison.OrdinalIgnoreCase);
        bool isKnown = isStream || method.Equals("generateContent", StringComparison.OrdinalIgnoreCase);
        if (!isKnown || !(EndsWith(path[..slash], "/models") || EndsWith(path[..slash], "/tunedModels")))
        {
            return null;
        }

        return new RequestPlace(RequestForm.Single, ApiKind.GoogleGenerateContent)
        {
            Model = path[(slash + 1)..colon].ToString(),
            Stream = isStream,
        };
    }

    private static bool IsVersioned(ReadOnlySpan<char> path) =>
        path.Contains("/v1/", StringComparison.OrdinalIgnoreCase) || path.Contains("/v1beta/", StringComparison.OrdinalIgnoreCase);

    private static bool EndsWith(ReadOnlySpan<char> path, ReadOnlySpan<char> end) => path.EndsWith(end, StringComparison.OrdinalIgnoreCase);
}
