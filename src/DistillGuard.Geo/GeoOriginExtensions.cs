// SPDX-License-Identifier: MIT

using DistillGuard.Geo;
using DistillGuard.Geo.Tables;
using DistillGuard.Subjects;

namespace DistillGuard;

/// <summary>Adds <c>geo-origin</c>.</summary>
public static class GeoOriginExtensions
{
    /// <summary>
    /// Adds the detector that tells where requests come from. By default it knows registration countries only, has no unsupported
    /// regions, and weighs nothing. Adding it again changes the same options.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes the defaults.</param>
    public static DistillationGuardBuilder AddGeoOrigin(
        this DistillationGuardBuilder builder,
        Action<GeoOriginOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add<GeoOriginOptions>(GeoOriginDetector.DetectorName, configure, Create);
    }

    private static GeoOriginDetector Create(GeoOriginOptions options, SubjectLayout layout)
    {
        IEnumerable<IAddressOriginSource> sources = options.Sources;
        if (options.UseEmbeddedTable)
        {
            sources = sources.Append(CountryTable.Embedded);
        }

        var resolver = new AddressOriginResolver(sources, options.NetworkLists);
        return new GeoOriginDetector(options, resolver, layout.Reserve<GeoOriginState>(SubjectKind.Account));
    }
}
