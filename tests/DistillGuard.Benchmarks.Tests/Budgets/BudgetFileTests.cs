// SPDX-License-Identifier: MIT

using DistillGuard.Benchmarks.Budgets;

namespace DistillGuard.Benchmarks.Tests.Budgets;

[TestFixture]
internal sealed class BudgetFileTests
{
    [Test]
    public void Parse_NamesAndBytes_GivesBudgets()
    {
        IReadOnlyDictionary<string, long> budgets = BudgetFile.Parse("""{ "A.B": 0, "C.D": 96 }""");

        Assert.That(budgets, Is.EqualTo(new Dictionary<string, long>(StringComparer.Ordinal) { ["A.B"] = 0, ["C.D"] = 96 }));
    }

    [TestCase("""{ "A.B": 0, "A.B": 1 }""", TestName = "Parse_DuplicateName_Throws")]
    [TestCase("""{ "A.B": -1 }""", TestName = "Parse_NegativeBytes_Throws")]
    [TestCase("""{ "A.B": "0" }""", TestName = "Parse_BytesAsText_Throws")]
    [TestCase("""{ "A.B": 0, }""", TestName = "Parse_TrailingComma_Throws")]
    [TestCase("null", TestName = "Parse_Null_Throws")]
    [TestCase("", TestName = "Parse_Nothing_Throws")]
    public void Parse_Mistake_Throws(string json) =>
        Assert.That(() => BudgetFile.Parse(json), Throws.InstanceOf<InvalidDataException>().With.Message.StartsWith("budgets.json"));
}
