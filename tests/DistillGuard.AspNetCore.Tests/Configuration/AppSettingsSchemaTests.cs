// SPDX-License-Identifier: MIT

using DistillGuard.AspNetCore.Support;
using NJsonSchema;

namespace DistillGuard.AspNetCore.Configuration;

public sealed class AppSettingsSchemaTests
{
    private static IEnumerable<string> Settings => SettingFacts.All.Select(setting => setting.Path);

    [Test]
    public void Schema_InThePackage_IsWhatTheCodeSays() => PublishedFile.Check(AppSettingsSchema.Path, AppSettingsSchema.Write());

    [Test]
    public async Task Schema_SensibleSettings_AreValid() =>
        Assert.That(
            await ErrorsOf("""{ "DistillGuard": { "Engine": { "MaxAccounts": 1000 }, "Groups": { "Window": "3.00:00:00" }, "Rules": { "Files": ["a.json"] } } }"""),
            Is.Empty);

    [TestCase("""{ "DistillGuard": { "Engin": {} } }""")]
    [TestCase("""{ "DistillGuard": { "Engine": { "MaxAccounts": 5 } } }""")]
    [TestCase("""{ "DistillGuard": { "Groups": { "Window": "7 days" } } }""")]
    [TestCase("""{ "DistillGuard": { "Detectors": { "GeoOrigin": { "MinimumConfidence": "Sure" } } } }""")]
    public async Task Schema_WhatStopsTheStart_IsInvalid(string json) => Assert.That(await ErrorsOf(json), Is.Not.Empty);

    [TestCaseSource(nameof(Settings))]
    public void Setting_EveryOne_IsDescribed(string path) =>
        Assert.That(SettingFacts.All.Single(setting => setting.Path == path).Summary, Does.EndWith(".").And.Length.GreaterThan(15));

    private static async Task<IEnumerable<string>> ErrorsOf(string json)
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(PublishedFile.Read(AppSettingsSchema.Path));
        return schema.Validate(json).Select(error => error.ToString());
    }
}
