// SPDX-License-Identifier: MIT

namespace DistillGuard.Detectors.RelayFanIn;

/// <summary>Tells the person from the session in an end-user id. Stateless; allocates nothing.</summary>
/// <remarks>
/// Coding agents put both into one id, either <c>user_…_account_…_session_…</c> or a JSON object with <c>device_id</c> and <c>session_id</c>. Counted
/// as it stands, one person at work would be a new end user every hour.
/// </remarks>
internal static class EndUserIds
{
    // An id is short; one that is not is still no reason to search a megabyte.
    private const int Searched = 1024;

    /// <summary>The id up to where it begins to name a session; the whole id where it does not, or names nothing else.</summary>
    public static ReadOnlySpan<byte> Person(ReadOnlySpan<byte> id)
    {
        int session = id[..Math.Min(id.Length, Searched)].IndexOf("session_"u8);
        return session > 0 ? id[..session] : id;
    }

    /// <summary>The id up to where it begins to name a session; the whole id where it does not, or names nothing else.</summary>
    public static ReadOnlySpan<char> Person(ReadOnlySpan<char> id)
    {
        int session = id[..Math.Min(id.Length, Searched)].IndexOf("session_");
        return session > 0 ? id[..session] : id;
    }
}
