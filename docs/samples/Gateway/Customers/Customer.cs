// SPDX-License-Identifier: MIT

namespace DistillGuard.Samples.Gateway.Customers;

/// <summary>What the operator knows of whoever holds an API key.</summary>
internal sealed record Customer
{
    /// <summary>The API key. A real gateway keeps only its hash.</summary>
    public required string Key { get; init; }

    /// <summary>What the key is called where it must not be shown; <see langword="null"/> for nothing.</summary>
    public string? Credential { get; init; }

    /// <summary>Who is billed.</summary>
    public required string Account { get; init; }

    /// <summary>The contract that groups accounts; <see langword="null"/> for none.</summary>
    public string? Organization { get; init; }

    /// <summary>The plan the account is on.</summary>
    public string? Plan { get; init; }

    /// <summary>Token of the payment instrument.</summary>
    public string? Payment { get; init; }
}
