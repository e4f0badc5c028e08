// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.AspNetCore.Requests;

/// <summary>Where a request goes: API, form, and what its URL says.</summary>
internal readonly record struct RequestPlace(RequestForm Form, ApiKind Api)
{
    /// <summary>The model that the URL names; <see langword="null"/> when the body does.</summary>
    public string? Model { get; init; }

    /// <summary>Whether the URL asks for a stream.</summary>
    public bool Stream { get; init; }

    /// <summary>A request to the model, of which nothing is known.</summary>
    public static RequestPlace Unknown { get; } = new(RequestForm.Unknown, ApiKind.Unknown);
}
