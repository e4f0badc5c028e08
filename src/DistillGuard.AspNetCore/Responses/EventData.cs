// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Responses;

/// <summary>What an event's data was so far: so many letters of <c>[DONE]</c>, or JSON, read or known.</summary>
internal enum EventData
{
    /// <summary>Nothing yet; the values up to <see cref="Done"/> count letters.</summary>
    Beginning = 0,

    /// <summary>All of <c>[DONE]</c>.</summary>
    Done = 6,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>JSON of a <see cref="KnownEvent"/>, which was stepped over.</summary>
    Known,
}
