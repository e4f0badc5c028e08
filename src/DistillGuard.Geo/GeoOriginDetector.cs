// SPDX-License-Identifier: MIT

using DistillGuard.Geo.Regions;
using DistillGuard.Signals;
using DistillGuard.Subjects;

namespace DistillGuard.Geo;

/// <summary>
/// Tells where a request comes from: regions outside the operator's terms as a policy outcome; other facts as signals that weigh
/// nothing unless the operator decides otherwise.
/// </summary>
internal sealed class GeoOriginDetector : IDistillationDetector
{
    public const string DetectorName = "geo-origin";

    private readonly GeoOriginOptions _options;
    private readonly AddressOriginResolver _resolver;
    private readonly GeoOriginStatus _status;
    private readonly LiveRegions _regions;
    private readonly StateSlot<GeoOriginState> _slot;
    private readonly long _staleFrom;

    public GeoOriginDetector(GeoOriginOptions options, AddressOriginResolver resolver, StateSlot<GeoOriginState> slot)
    {
        _options = options;
        _resolver = resolver;
        _status = options.Status;
        _regions = new LiveRegions(options.Regions);
        _slot = slot;
        long dataTicks = resolver.DataDate.ToDateTime(TimeOnly.MinValue).Ticks;
        _staleFrom = dataTicks + options.MaxDataAge.Ticks;
        _status.Use(resolver.DataDate);
    }

    public string Name => DetectorName;

    public LiveRegions Regions => _regions;

    public void Inspect(in InspectionContext context, ref SignalBuffer signals)
    {
        ClientAddress address = context.Request.Caller.Address;
        if (!address.IsKnown)
        {
            return;
        }

        if (context.Ticks > _staleFrom)
        {
            _status.CountStale();
        }

        AddressOrigin origin = _resolver.Find(address);
        ReportRegion(in origin, ref signals);
        ReportNetwork(in origin, ref signals);

        bool isClear = origin.Country.IsKnown && !origin.IsIndirect && origin.Confidence >= _options.MinimumConfidence;
        if (!isClear || !context.Account.IsPresent)
        {
            return;
        }

        ref GeoOriginState state = ref context.Account.State(_slot);
        CompareWithDeclared(ref state, context.Request.Caller.AccountCountry, origin.Country, context.Ticks, ref signals);
        CountCountries(ref state, origin.Country, context.Ticks, ref signals);
    }

    // A relay's exit counts too: the terms speak of where the service is reached from.
    private void ReportRegion(in AddressOrigin origin, ref SignalBuffer signals)
    {
        if (origin.Confidence >= _options.MinimumRegionConfidence && _regions.Current.IsUnsupported(origin.Country))
        {
            signals.Add(new Signal(
                GeoOriginSignals.Unsupported,
                weight: 0,
                (float)origin.Confidence,
                (float)_options.MinimumRegionConfidence,
                SignalTag.From(origin.Country)));
        }
    }

    private void ReportNetwork(in AddressOrigin origin, ref SignalBuffer signals)
    {
        if ((origin.Kind & (NetworkKind.Hosting | NetworkKind.Relay | NetworkKind.Tor)) == NetworkKind.None)
        {
            return;
        }

        ReportKind(in origin, NetworkKind.Hosting, GeoOriginSignals.Hosting, _options.HostingWeight, ref signals);
        ReportKind(in origin, NetworkKind.Relay, GeoOriginSignals.Relay, _options.RelayWeight, ref signals);
        ReportKind(in origin, NetworkKind.Tor, GeoOriginSignals.Tor, _options.TorWeight, ref signals);
    }

    private static void ReportKind(
        in AddressOrigin origin, NetworkKind kind, SignalInfo info, double weight, ref SignalBuffer signals)
    {
        if ((origin.Kind & kind) != NetworkKind.None)
        {
            signals.Add(new Signal(info, (float)weight, measure: 1, limit: 0, SignalTag.From(origin.Country)));
        }
    }

    private void CompareWithDeclared(
        ref GeoOriginState state, CountryCode declared, CountryCode country, long ticks, ref SignalBuffer signals)
    {
        if (!declared.IsKnown)
        {
            return;
        }

        double clear = state.Clear.Add(ticks, _options.DeclaredHalfLife);
        double elsewhere = state.Elsewhere.Add(ticks, _options.DeclaredHalfLife, country == declared ? 0 : 1);
        if (clear < _options.DeclaredMinimumRequests || country == declared)
        {
            return;
        }

        double share = elsewhere / clear;
        if (share > _options.DeclaredMismatchShare)
        {
            signals.Add(new Signal(
                GeoOriginSignals.DeclaredMismatch,
                (float)_options.DeclaredMismatchWeight,
                (float)share,
                (float)_options.DeclaredMismatchShare,
                SignalTag.From(country)));
        }
    }

    private void CountCountries(ref GeoOriginState state, CountryCode country, long ticks, ref SignalBuffer signals)
    {
        int atOnce = state.Countries.Add(country, ticks, _options.Window);
        if (atOnce >= _options.CountriesAtOnce)
        {
            signals.Add(new Signal(
                GeoOriginSignals.SeveralCountries,
                (float)_options.SeveralCountriesWeight,
                atOnce,
                _options.CountriesAtOnce,
                SignalTag.From(country)));
        }
    }
}
