// SPDX-License-Identifier: MIT

using System.Reflection;

namespace DistillGuard.Geo.Regions;

/// <summary>
/// The countries and territories an operator's terms do not cover: a dated, sourced list. Immutable; safe on any thread.
/// </summary>
/// <remarks>
/// A policy answers "do our terms cover this region", never "is this distillation". Presets are a starting point, opt-in and
/// only as good as the copies they were made from: check them against the provider's page before acting on them. HK, MO and
/// TW are codes of their own and never follow CN. Parts of a country, such as regions of UA, cannot be told from an address.
/// </remarks>
public sealed class RegionPolicy
{
    private const string PresetPrefix = "DistillGuard.Geo.Presets.";
    private const string PresetSuffix = ".json";

    private readonly CountrySet _set = new();

    internal RegionPolicy(
        string name,
        string title,
        DateOnly compiled,
        IReadOnlyList<RegionSource> sources,
        IReadOnlyList<string> caveats,
        IReadOnlyList<CountryCode> regions)
    {
        Name = name;
        Title = title;
        Compiled = compiled;
        Sources = sources;
        Caveats = caveats;
        Regions = regions;
        foreach (CountryCode region in regions)
        {
            _set.Add(region);
        }
    }

    /// <summary>Gets the default: no region is unsupported.</summary>
    public static RegionPolicy None { get; } = new("none", "No region is unsupported", default, [], [], []);

    /// <summary>The names of the presets inside the package, in alphabetical order.</summary>
    public static IReadOnlyList<string> PresetNames =>
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(PresetPrefix, StringComparison.Ordinal))
            .Select(name => name[PresetPrefix.Length..^PresetSuffix.Length])
            .Order(StringComparer.Ordinal)];

    /// <summary>The policy's name.</summary>
    public string Name { get; }

    /// <summary>What it is, in one sentence.</summary>
    public string Title { get; }

    /// <summary>The day it was put together.</summary>
    public DateOnly Compiled { get; }

    /// <summary>What it was made from.</summary>
    public IReadOnlyList<RegionSource> Sources { get; }

    /// <summary>What to know before acting on it.</summary>
    public IReadOnlyList<string> Caveats { get; }

    /// <summary>The regions the terms do not cover.</summary>
    public IReadOnlyList<CountryCode> Regions { get; }

    /// <summary>Loads a preset by name, or a policy from a JSON file.</summary>
    /// <param name="presetOrFile">One of <see cref="PresetNames"/>, or the path of a file.</param>
    /// <exception cref="FileNotFoundException">It is neither a preset nor a file.</exception>
    /// <exception cref="InvalidDataException">
    /// The file is no policy; the message names file, line or member, reason and remedy.
    /// </exception>
    public static RegionPolicy Load(string presetOrFile)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(presetOrFile);
        using Stream? preset = Assembly.GetExecutingAssembly()
            .GetManifestResourceStream(PresetPrefix + presetOrFile + PresetSuffix);
        if (preset is not null)
        {
            byte[] bytes = new byte[preset.Length];
            preset.ReadExactly(bytes);
            return RegionPolicyReader.Read(presetOrFile, bytes);
        }

        if (!File.Exists(presetOrFile))
        {
            throw new FileNotFoundException(
                $"{presetOrFile}: neither a file nor a preset. The presets are: {string.Join(", ", PresetNames)}.",
                presetOrFile);
        }

        return RegionPolicyReader.Read(presetOrFile, OriginFile.ReadAllBytes(presetOrFile, "region policy"));
    }

    /// <summary>Makes a policy from codes, for operators who keep the list elsewhere.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="regions">Two-letter codes of ISO 3166-1.</param>
    /// <exception cref="ArgumentException">A code is not assigned by ISO 3166-1.</exception>
    public static RegionPolicy Of(string name, params ReadOnlySpan<string> regions)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var codes = new List<CountryCode>(regions.Length);
        foreach (string region in regions)
        {
            if (!CountryCode.TryParse(region, out CountryCode code) || !IsoCountries.Contains(code))
            {
                throw new ArgumentException(
                    $"'{region}' is not a code that ISO 3166-1 assigns; write two letters, for example CU.", nameof(regions));
            }

            codes.Add(code);
        }

        return new RegionPolicy(name, name, default, [], [], codes);
    }

    /// <summary>Whether the terms do not cover a region. "Not known" is never unsupported.</summary>
    public bool IsUnsupported(CountryCode region) => _set.Contains(region);
}
