// SPDX-License-Identifier: MIT

using System.Threading.RateLimiting;

namespace DistillGuard.AspNetCore.Handling;

/// <summary>What a <see cref="TokenBucket"/> answers: a token, or when to come back.</summary>
internal sealed class TokenLease : RateLimitLease
{
    private readonly TimeSpan? _retryAfter;

    public TokenLease(TimeSpan? retryAfter) => _retryAfter = retryAfter;

    public static TokenLease Granted { get; } = new(retryAfter: null);

    public override bool IsAcquired => _retryAfter is null;

    public override IEnumerable<string> MetadataNames => IsAcquired ? [] : [MetadataName.RetryAfter.Name];

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        bool isKnown = !IsAcquired && metadataName == MetadataName.RetryAfter.Name;
        metadata = isKnown ? _retryAfter : null;
        return isKnown;
    }
}
