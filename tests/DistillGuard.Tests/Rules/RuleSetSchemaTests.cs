// SPDX-License-Identifier: MIT

using System.Text.Json;
using DistillGuard.Rules.Conditions;
using DistillGuard.Rules.Reading;

namespace DistillGuard.Rules;

/// <summary>Holds the schema to the tables that documents are read with.</summary>
public sealed class RuleSetSchemaTests
{
    private static readonly JsonElement Root = JsonDocument.Parse(RuleSetSchema.Json).RootElement;

    public static IEnumerable<TestCaseData> Objects()
    {
        yield return Object("Document", Root, RuleSetReader.Members);
        yield return Object("Rule", Definition("rule"), RuleReader.Members);
        yield return Object("Condition", Definition("condition"), ConditionReader.Kinds);
        yield return Object("Phrases", Definition("phrases"), PhrasesOperator.Members);
        yield return Object("Regex", Definition("regex"), RegexOperator.Members);
        yield return Object("Property", Definition("property"), PropertyReader.Members);
        yield return Object("Near", Definition("near"), ProximityOperator.Members);
        yield return Object("Sequence", Definition("sequence"), ProximityOperator.Members);
        yield return Object("Count", Definition("count"), CountOperator.Members);
    }

    public static IEnumerable<TestCaseData> Names()
    {
        yield return Choice("Status", Member(Definition("rule"), "status"), RuleReader.Statuses);
        yield return Choice("Tactic", Member(Definition("rule"), "tactic"), RuleReader.Tactics);
        yield return Choice("Family", Member(Definition("rule"), "family"), RuleReader.Families);
        yield return Choice("Scope", Definition("scope"), RoleScopes.Names);
        yield return Choice("Language", Definition("lang"), PhraseLanguages.Codes);
        yield return Choice("PropertyName", Member(Definition("property"), "name"), RequestProperties.Names);
        yield return Choice("Format", Member(Definition("property"), "equals").GetProperty("anyOf")[2], RequestProperties.Formats);
        yield return Choice("Unit", Member(Definition("near"), "unit"), ProximityOperator.Units);
        yield return Choice("UnitOfSequence", Member(Definition("sequence"), "unit"), ProximityOperator.Units);
    }

    [TestCaseSource(nameof(Objects))]
    public void Schema_MembersOfAnObject_AreThoseThatAreRead(JsonElement schema, string[] members)
    {
        Assert.That(schema.GetProperty("properties").EnumerateObject().Select(member => member.Name), Is.EquivalentTo(members));
        Assert.That(schema.GetProperty("additionalProperties").GetBoolean(), Is.False);
    }

    [TestCaseSource(nameof(Names))]
    public void Schema_NamesOfAChoice_AreThoseThatAreRead(JsonElement schema, string[] names) =>
        Assert.That(schema.GetProperty("enum").EnumerateArray().Select(name => name.GetString()), Is.EqualTo(names));

    [Test]
    public void Schema_Limits_AreThoseThatAreRead()
    {
        JsonElement level = Member(Definition("rule"), "level");
        JsonElement groups = Member(Definition("near"), "groups");

        Assert.That(Member(Root, "version").GetProperty("const").GetInt32(), Is.EqualTo(RuleSetReader.FormatVersion));
        Assert.That(Member(Root, "rules").GetProperty("maxItems").GetInt32(), Is.EqualTo(RuleHits.Capacity));
        Assert.That(Member(Root, "define").GetProperty("maxProperties").GetInt32(), Is.EqualTo(FragmentTable.MostFragments));
        Assert.That((level.GetProperty("minimum").GetInt32(), level.GetProperty("maximum").GetInt32()), Is.EqualTo((RuleSetOptions.LeastLevel, RuleSetOptions.GreatestLevel)));
        Assert.That((groups.GetProperty("minItems").GetInt32(), groups.GetProperty("maxItems").GetInt32()), Is.EqualTo((ProximityOperator.FewestGroups, ProximityOperator.MostGroups)));
        Assert.That(groups.GetProperty("items").GetProperty("maxItems").GetInt32(), Is.EqualTo(ProximityOperator.MostPhrases));
        Assert.That(Member(Definition("regex"), "pattern").GetProperty("maxLength").GetInt32(), Is.EqualTo(RegexOperator.LongestPattern));
    }

    private static JsonElement Definition(string name) => Root.GetProperty("definitions").GetProperty(name);

    private static JsonElement Member(JsonElement schema, string name) => schema.GetProperty("properties").GetProperty(name);

    private static TestCaseData Object(string name, JsonElement schema, string[] members) =>
        new TestCaseData(schema, members).SetName("Schema_MembersOf" + name);

    private static TestCaseData Choice(string name, JsonElement schema, string[] names) =>
        new TestCaseData(schema, names).SetName("Schema_NamesOf" + name);
}
