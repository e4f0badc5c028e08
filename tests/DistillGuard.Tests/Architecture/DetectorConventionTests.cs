// SPDX-License-Identifier: MIT

using System.Reflection;
using System.Runtime.CompilerServices;

namespace DistillGuard.Architecture;

/// <summary>What can be seen by reflection over every detector that ships.</summary>
public sealed class DetectorConventionTests
{
    private static readonly Assembly Core = typeof(DistillationGuard).Assembly;

    [Test]
    public void Detectors_InTheCore_AreFound() =>
        Assert.That(Detectors(), Is.Not.Empty, "Without detectors the other tests here would hold for nothing.");

    [Test]
    public void Detectors_All_AreSealedClasses() =>
        Assert.That(Detectors().Where(type => !type.IsClass || !type.IsSealed), Is.Empty);

    [Test]
    public void Detectors_All_AreInternal() => Assert.That(Detectors().Where(type => type.IsVisible), Is.Empty);

    // A captured parameter of a primary constructor is a mutable field, so this finds those too.
    [Test]
    public void Detectors_All_HaveOnlyReadonlyFields() =>
        Assert.That(
            Detectors()
                .SelectMany(type => type.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
                .Where(field => field is { IsInitOnly: false, IsLiteral: false })
                .Select(field => field.DeclaringType + "." + field.Name),
            Is.Empty);

    [Test]
    public void Detectors_All_KeepNoCollectionThatGrows() =>
        Assert.That(
            Detectors()
                .SelectMany(type => type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic))
                .Where(field => field.FieldType.IsGenericType
                    && field.FieldType.Namespace is "System.Collections.Generic" or "System.Collections.Concurrent"
                    && !field.FieldType.Name.StartsWith("IReadOnly", StringComparison.Ordinal))
                .Select(field => field.DeclaringType + "." + field.Name),
            Is.Empty);

    [Test]
    public void Detectors_All_AreNamedForTheirType() =>
        Assert.That(
            Detectors()
                .Select(type => (Type: type, Name: type.GetField("DetectorName", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)?.GetRawConstantValue() as string))
                .Where(detector => detector.Name != NameOf(detector.Type))
                .Select(detector => $"{detector.Type.Name}: const string DetectorName should be \"{NameOf(detector.Type)}\", is {detector.Name ?? "absent"}"),
            Is.Empty);

    [Test]
    public void Detectors_All_HaveAPage() =>
        Assert.That(Detectors().Select(type => $"docs/detectors/{NameOf(type)}.md").Where(page => !Repository.Exists(page)), Is.Empty);

    [Test]
    public void Detectors_All_HaveATestFixture()
    {
        string[] fixtures = [.. Repository.CSharp("tests").SelectMany(file => file.Lines).Where(line => line.Contains("class ", StringComparison.Ordinal))];

        Assert.That(
            Detectors().Select(type => type.Name + "Tests").Where(name => !fixtures.Any(line => line.Contains($"class {name}", StringComparison.Ordinal))),
            Is.Empty);
    }

    [Test]
    public void StateOfDetectors_All_ArePlainStructs() =>
        Assert.That(
            Core.GetTypes()
                .Where(type => type.Namespace?.StartsWith("DistillGuard.Detectors", StringComparison.Ordinal) == true && type.Name.EndsWith("State", StringComparison.Ordinal))
                .Where(type => !type.IsValueType || IsReference(type)),
            Is.Empty);

    [Test]
    public void Core_ReferencesOnlyTheFrameworkAndOneAbstraction() =>
        Assert.That(
            Core.GetReferencedAssemblies()
                .Select(name => name.Name!)
                .Where(name => name != "System" && !name.StartsWith("System.", StringComparison.Ordinal) && name != "Microsoft.Extensions.DependencyInjection.Abstractions"),
            Is.Empty);

    [Test]
    public void Core_PublicTypes_AreSealedOrMeantToBeImplemented() =>
        Assert.That(Core.GetExportedTypes().Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }), Is.Empty);

    private static IEnumerable<Type> Detectors() =>
        new[] { Core, Assembly.Load("DistillGuard.Geo") }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => typeof(IDistillationDetector).IsAssignableFrom(type) && !type.IsInterface);

    private static bool IsReference(Type type) => (bool)typeof(RuntimeHelpers)
        .GetMethod(nameof(RuntimeHelpers.IsReferenceOrContainsReferences))!
        .MakeGenericMethod(type)
        .Invoke(null, null)!;

    // RateAnomalyDetector -> rate-anomaly
    private static string NameOf(Type type) =>
        string.Concat(type.Name.Replace("Detector", string.Empty, StringComparison.Ordinal)
            .Select((character, i) => (i > 0 && char.IsUpper(character) ? "-" : string.Empty) + char.ToLowerInvariant(character)));
}
