// SPDX-License-Identifier: MIT

using System.Text.Json;

namespace DistillGuard.Geo.Regions;

/// <summary>Reads and checks policy files, reporting every problem of a readable file at once.</summary>
internal static class RegionPolicyReader
{
    private const int Format = 1;

    /// <summary>The policy in a file.</summary>
    /// <param name="file">What to call the file in messages.</param>
    /// <param name="json">Its content, UTF-8.</param>
    /// <exception cref="InvalidDataException">It is no policy.</exception>
    public static RegionPolicy Read(string file, ReadOnlySpan<byte> json)
    {
        RegionPolicyDocument document = Parse(file, json);
        var problems = new List<string>();
        if (document.Format != Format)
        {
            problems.Add($"{file}: format: {document.Format} is not known; this build reads format {Format}.");
        }

        RequireText(problems, file, "name", document.Name);
        RequireText(problems, file, "title", document.Title);
        CheckSources(problems, file, document.Sources);
        CountryCode[] regions = ReadRegions(problems, file, document.Regions);
        return problems.Count == 0
            ? new RegionPolicy(
                document.Name, document.Title, document.Compiled, document.Sources, document.Caveats, regions)
            : throw new InvalidDataException(string.Join(Environment.NewLine, problems));
    }

    private static RegionPolicyDocument Parse(string file, ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, RegionPolicyContext.Default.RegionPolicyDocument)
                ?? throw new InvalidDataException($"{file}: it holds null; write a policy object.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException(
                $"{file}:{error.LineNumber + 1}: {error.Path ?? "$"}: {error.Message} " +
                "Compare with a preset of the package; every member must be there once and spelled like there.",
                error);
        }
        catch (InvalidOperationException error)
        {
            // The reader's report of text that is not valid UTF-16 after unescaping.
            throw new InvalidDataException($"{file}: {error.Message} Correct the broken escape in a text.", error);
        }
    }

    private static void CheckSources(List<string> problems, string file, RegionSource[] sources)
    {
        if (sources.Length == 0)
        {
            problems.Add($"{file}: sources: it is empty; name the page the list was taken from.");
        }

        for (int position = 0; position < sources.Length; position++)
        {
            RegionSource? source = sources[position];
            if (source is null)
            {
                problems.Add($"{file}: sources[{position}]: it is null; write a source or remove it.");
                continue;
            }

            if (!source.Url.IsAbsoluteUri)
            {
                problems.Add($"{file}: sources[{position}].url: '{source.Url}' is not an address; write https://….");
            }

            RequireText(problems, file, $"sources[{position}].date", source.Date);
        }
    }

    private static CountryCode[] ReadRegions(List<string> problems, string file, string[] regions)
    {
        if (regions.Length == 0)
        {
            problems.Add($"{file}: regions: it is empty; leave the policy out instead.");
        }

        var seen = new CountrySet();
        var codes = new CountryCode[regions.Length];
        for (int position = 0; position < regions.Length; position++)
        {
            string? text = regions[position];
            string place = $"{file}: regions[{position}]: '{text}'";
            if (text is { Length: > 3 } && text[2] == '-')
            {
                problems.Add($"{place} is a part of a country, which no address can tell; remove it.");
            }
            else if (!CountryCode.TryParse(text, out codes[position]) || !IsoCountries.Contains(codes[position]))
            {
                problems.Add($"{place} is not a code that ISO 3166-1 assigns; write two letters, for example CU.");
            }
            else if (!seen.Add(codes[position]))
            {
                problems.Add($"{place} is there twice; remove one.");
            }
        }

        return codes;
    }

    private static void RequireText(List<string> problems, string file, string member, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add($"{file}: {member}: it is empty; say it in words.");
        }
    }
}
