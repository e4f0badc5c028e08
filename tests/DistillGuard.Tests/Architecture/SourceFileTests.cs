// SPDX-License-Identifier: MIT

using System.Text.RegularExpressions;

namespace DistillGuard.Architecture;

/// <summary>What can be seen by reading the source files.</summary>
public sealed partial class SourceFileTests
{
    private static readonly string[] WallClocks =
    [
        "DateTime.UtcNow", "DateTime.Now", "DateTime.Today", "DateTimeOffset.UtcNow", "DateTimeOffset.Now", "Environment.TickCount",
        "Stopwatch.GetTimestamp", "Random.Shared", "new Random()", "Thread.Sleep", "Task.Delay",
    ];

    // Kits look down at these; they never look at each other, at verdicts, or at what reads requests and logs.
    private static readonly string[] AllowedForDetectors = ["Features", "Groups", "Requests", "Rules", "RuleSets", "Signals", "Statistics", "Subjects", "Text"];

    [Test]
    public void Source_EveryFile_BeginsWithTheLicenceLine() =>
        Assert.That(
            All().Where(file => file.Lines.Count == 0 || file.Lines[0].TrimStart('\uFEFF') != "// SPDX-License-Identifier: MIT"),
            Is.Empty);

    [Test]
    public void Source_EveryShippedFile_HasAtMost400Lines() =>
        Assert.That(Repository.CSharp("src").Where(file => file.Lines.Count > 400), Is.Empty);

    [Test]
    public void Source_EveryShippedFile_ReadsNoWallClock() =>
        Assert.That(
            Repository.CSharp("src").Where(file => file.Lines.Any(line => WallClocks.Any(word => line.Contains(word, StringComparison.Ordinal)))),
            Is.Empty);

    [Test]
    public void Source_TheCore_TakesNoClockOfItsOwn() =>
        Assert.That(
            Repository.CSharp("src/DistillGuard").Where(file => file.Lines.Any(line => line.Contains("TimeProvider.System", StringComparison.Ordinal))),
            Is.Empty);

    [Test]
    public void Source_EveryLibraryFile_StandsInTheFolderOfItsNamespace() =>
        Assert.That(
            Repository.CSharp("src").Where(file => file.Namespace is not null && !IsWhereItBelongs(file)).Select(file => $"{file}: {file.Namespace}"),
            Is.Empty);

    [Test]
    public void Source_CoreOutsideDetectors_NeverLooksAtDetectors() =>
        Assert.That(
            Repository.CSharp("src/DistillGuard")
                .Where(file => !file.Folder.StartsWith("Detectors", StringComparison.Ordinal))
                .Where(file => Code(file).Any(line => DetectorReference().IsMatch(line))),
            Is.Empty);

    [Test]
    public void Source_EveryKit_LooksOnlyAtWhatItMay()
    {
        var wrong = new List<string>();
        foreach (SourceFile file in Repository.CSharp("src/DistillGuard/Detectors"))
        {
            string kit = file.Folder.Split('/').ElementAtOrDefault(1) ?? string.Empty;
            foreach (Match reference in Code(file).SelectMany(line => CoreReference().Matches(line)))
            {
                string folder = reference.Groups["folder"].Value;
                string inner = reference.Groups["inner"].Value;
                bool isOwnKit = folder == "Detectors" && (inner == kit || inner.Length == 0);
                if (!isOwnKit && !AllowedForDetectors.Contains(folder))
                {
                    wrong.Add($"{file}: {reference.Value}");
                }
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Source_Statistics_DependsOnNothing() => Assert.That(References("src/DistillGuard/Statistics"), Is.Empty);

    [Test]
    public void Source_Signals_DependsOnNothing() => Assert.That(References("src/DistillGuard/Signals"), Is.Empty);

    [Test]
    public void Source_TheCore_ReferencesOnePackage() =>
        Assert.That(
            PackageReference().Matches(Repository.Read("src/DistillGuard/DistillGuard.csproj")).Select(match => match.Groups[1].Value),
            Is.EqualTo(new[] { "Microsoft.Extensions.DependencyInjection.Abstractions" }));

    [Test]
    public void Source_EveryProjectOfTheLibrary_DependsOnTheCoreNeverTheOtherWay() =>
        Assert.That(Repository.Read("src/DistillGuard/DistillGuard.csproj"), Does.Not.Contain("<ProjectReference"));

    private static IEnumerable<SourceFile> All() =>
        [.. Repository.CSharp("src"), .. Repository.CSharp("tests"), .. Repository.CSharp("benchmarks")];

    // AddX extensions stand in their kit but in the namespace of what they extend, so that one using is enough to find them.
    private static bool IsWhereItBelongs(SourceFile file)
    {
        string project = file.Project == "Shared" ? "DistillGuard" : file.Project; // compiled into several projects
        string folder = project + (file.Folder.Length == 0 ? string.Empty : "." + file.Folder.Replace('/', '.'));
        bool isExtension = file.Lines.Any(line => line.Contains("public static class", StringComparison.Ordinal))
            && file.Lines.Any(line => line.Contains("this DistillationGuardBuilder ", StringComparison.Ordinal) || line.Contains("this IServiceCollection ", StringComparison.Ordinal) || line.Contains("this DistillGuardServiceBuilder ", StringComparison.Ordinal) || line.Contains("this IHealthChecksBuilder ", StringComparison.Ordinal));
        bool isWebExtension = file.Lines.Any(line => line.Contains("public static class", StringComparison.Ordinal))
            && file.Lines.Any(line => line.Contains("this IApplicationBuilder ", StringComparison.Ordinal) || line.Contains("this IEndpointRouteBuilder ", StringComparison.Ordinal) || line.Contains("this TBuilder ", StringComparison.Ordinal));
        return file.Namespace == folder
            || (isExtension && file.Namespace is "DistillGuard" or "Microsoft.Extensions.DependencyInjection")
            || (isWebExtension && file.Namespace is "Microsoft.AspNetCore.Builder");
    }

    private static IEnumerable<string> Code(SourceFile file) =>
        file.Lines.Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && !line.StartsWith("namespace ", StringComparison.Ordinal));

    private static IEnumerable<string> References(string folder) =>
        Repository.CSharp(folder)
            .SelectMany(file => Code(file).SelectMany(line => CoreReference().Matches(line)).Select(match => $"{file}: {match.Value}"));

    [GeneratedRegex(@"\bDistillGuard\.Detectors\b|\busing\s+Detectors\b|(?<![\w.])Detectors\.\w+\.")]
    private static partial Regex DetectorReference();

    [GeneratedRegex(@"\b(?:global::)?DistillGuard\.(?<folder>[A-Z]\w*)(?:\.(?<inner>[A-Z]\w*))?")]
    private static partial Regex CoreReference();

    [GeneratedRegex("<PackageReference Include=\"([^\"]+)\"")]
    private static partial Regex PackageReference();
}
