// SPDX-License-Identifier: MIT

using System.Globalization;
using System.Text.Json;

namespace DistillGuard.Geo.Builder;

/// <summary>Name, version and data date of the source package, from its <c>package.json</c>.</summary>
internal sealed record PackageManifest(string Name, string Version, DateOnly DataDate)
{
    private const int DateDigits = 8;

    /// <summary>Reads the manifest. The version ends in year, month, day and hour: <c>2.3.2026061719</c>.</summary>
    /// <exception cref="InvalidDataException">It is missing, no JSON, or its version carries no date.</exception>
    public static PackageManifest Read(string folder)
    {
        string path = Path.Combine(folder, "package.json");
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"{path}: there is no such file. Name the folder of the unpacked package.");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            string name = document.RootElement.GetProperty("name").GetString() ?? string.Empty;
            string version = document.RootElement.GetProperty("version").GetString() ?? string.Empty;
            return new PackageManifest(name, version, ReadDate(path, version));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException(
                $"{path}: no package manifest with name and version: {error.Message} Unpack the package again.", error);
        }
    }

    private static DateOnly ReadDate(string path, string version)
    {
        string stamp = version[(version.LastIndexOf('.') + 1)..];
        return stamp.Length >= DateDigits
            && DateOnly.TryParseExact(
                stamp.AsSpan(0, DateDigits), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : throw new InvalidDataException(
                $"{path}: version '{version}' does not end in a date (yyyyMMddHH); take an original package.");
    }
}
