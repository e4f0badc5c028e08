// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.Benchmarks.Samples;

/// <summary>Callers as a host would describe them.</summary>
internal static class SampleCallers
{
    /// <summary>When generated traffic begins.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public const string UserAgent = "sample-client/2.4 (linux; x64) runtime/10.0";

    public const string Fingerprint = "t13d1516h2_8daaf6152771_02713d6af862";

    public const string Payment = "pay-5f1c09a277";

    public const string Plan = "team";

    /// <summary>A fixed secret, so that every run hashes alike.</summary>
    public static ReadOnlySpan<byte> Secret => "benchmark-secret"u8;

    /// <summary>A caller with everything filled in; the address belongs to the account.</summary>
    public static Caller Full(string account, string organization, int number) => new()
    {
        Account = account,
        Organization = organization,
        Plan = Plan,
        Payment = Payment,
        UserAgent = UserAgent,
        Fingerprint = Fingerprint,
        Address = ClientAddress.FromIPv4(0x5B00_0000u + (uint)number),
        AccountCountry = CountryCode.Parse("DE"),
    };
}
