// SPDX-License-Identifier: MIT

namespace DistillGuard.Geo.Databases;

/// <summary>What the members of one record said, before they are weighed against each other.</summary>
internal struct MmdbReading
{
    public CountryCode FlatCode;
    public CountryCode Country;
    public CountryCode Registered;
    public NetworkKind Kind;
    public bool IsDoubtful;

    /// <summary>The origin. Where only the registration is known it stands in, with low confidence.</summary>
    public readonly AddressOrigin ToOrigin(string source)
    {
        CountryCode located = FlatCode.IsKnown ? FlatCode : Country;
        CountryCode country = located.IsKnown ? located : Registered;
        if (!country.IsKnown && Kind == NetworkKind.None)
        {
            return default;
        }

        return new AddressOrigin
        {
            Country = country,
            Registered = Registered,
            Kind = Kind,
            Confidence = Weigh(located),
            Source = country.IsKnown ? source : null,
        };
    }

    private readonly OriginConfidence Weigh(CountryCode located)
    {
        if (!located.IsKnown && !Registered.IsKnown)
        {
            return OriginConfidence.None;
        }

        if (IsDoubtful || !located.IsKnown)
        {
            return OriginConfidence.Low;
        }

        if (!Registered.IsKnown)
        {
            return OriginConfidence.Medium;
        }

        return Registered == located ? OriginConfidence.High : OriginConfidence.Low;
    }
}
