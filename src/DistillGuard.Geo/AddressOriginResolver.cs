// SPDX-License-Identifier: MIT

using DistillGuard.Geo.Networks;
using DistillGuard.Geo.Tables;

namespace DistillGuard.Geo;

/// <summary>
/// Asks in order: special addresses, the operator's network lists, then each source until one knows a country. Immutable;
/// safe on any thread; a look-up allocates nothing.
/// </summary>
/// <remarks>
/// A located country without a registration of its own is compared with the registration that a later source gives:
/// agreement makes it <see cref="OriginConfidence.High"/>, disagreement <see cref="OriginConfidence.Low"/>.
/// </remarks>
public sealed class AddressOriginResolver : IAddressOriginSource
{
    private readonly IAddressOriginSource[] _sources;
    private readonly NetworkKindTable? _lists;

    /// <summary>Makes a resolver.</summary>
    /// <param name="sources">The sources, the most trusted first; put <see cref="CountryTable.Embedded"/> last.</param>
    /// <param name="lists">The operator's lists of relays, data centres and Tor exits; may be empty.</param>
    /// <exception cref="ArgumentException">There is no source.</exception>
    public AddressOriginResolver(IEnumerable<IAddressOriginSource> sources, IEnumerable<NetworkList>? lists = null)
    {
        ArgumentNullException.ThrowIfNull(sources);
        _sources = [.. sources];
        if (_sources.Length == 0 || Array.IndexOf(_sources, null) >= 0)
        {
            throw new ArgumentException("Give at least one source, and none that is null.", nameof(sources));
        }

        NetworkList[] all = [.. lists ?? []];
        _lists = all.Length == 0 ? null : NetworkKindTable.Build(all);
        DataDate = _sources.Min(source => source.DataDate);
    }

    /// <inheritdoc/>
    public string Name => "resolver";

    /// <summary>The day the oldest source describes.</summary>
    public DateOnly DataDate { get; }

    /// <inheritdoc/>
    public AddressOrigin Find(ClientAddress address)
    {
        if (!address.IsKnown)
        {
            return default;
        }

        NetworkKind kind = SpecialAddresses.Classify(ref address);
        if (_lists is not null)
        {
            kind |= _lists.Find(address);
        }

        return (kind & (NetworkKind.NonPublic | NetworkKind.Tunnel)) != NetworkKind.None
            ? new AddressOrigin { Kind = kind }
            : Ask(address, kind);
    }

    private AddressOrigin Ask(ClientAddress address, NetworkKind kind)
    {
        AddressOrigin answer = default;
        foreach (IAddressOriginSource source in _sources)
        {
            AddressOrigin next = source.Find(address);
            kind |= next.Kind;
            if (!answer.Country.IsKnown)
            {
                answer = next;
            }
            else if (!answer.Registered.IsKnown && next.Registered.IsKnown)
            {
                answer = Compare(answer, next.Registered);
            }
        }

        return answer with { Kind = kind };
    }

    private static AddressOrigin Compare(AddressOrigin answer, CountryCode registered) => answer with
    {
        Registered = registered,
        Confidence = answer.Confidence switch
        {
            OriginConfidence.Medium when answer.Country == registered => OriginConfidence.High,
            OriginConfidence.Medium => OriginConfidence.Low,
            _ => answer.Confidence,
        },
    };
}
