// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.Features;
using DistillGuard.Subjects;

namespace DistillGuard.Groups;

public sealed class HabitMemoryTests
{
    private const int Accounts = 64;

    [Test]
    public void Take_NineteenPrompts_AreNoChangeYet() => Assert.That(After(19, i => Question(i)).HasChange, Is.False);

    [Test]
    public void Take_TwiceTheSameTenPrompts_AreNoChangeInAnyNumber() =>
        Assert.That(After(20, i => Question(i % 10)).ToHabit().Change.ToArray(), Is.All.EqualTo(0));

    [Test]
    public void Take_LongerPromptsLater_AreAChangeOfLength() =>
        Assert.That(After(20, i => Question(i % 10) + (i < 10 ? string.Empty : " Say why, at length, and name every source.")).ToHabit().Change.Span[0], Is.Positive);

    [Test]
    public void Take_PromptsBetweenTheFirstAndTheLatest_AreForgotten() =>
        Assert.That(After(40, i => i is >= 10 and < 30 ? new string('!', 50) : Question(i % 10)).ToHabit().Change.ToArray(), Is.All.EqualTo(0));

    [Test]
    public void Take_UnfinishedBlock_LeavesTheLatestAsItWas() =>
        Assert.That(After(29, i => i < 20 ? Question(i % 10) : new string('!', 50)).ToHabit().Change.ToArray(), Is.All.EqualTo(0));

    [Test]
    public void Take_OneQuestionAgainAndAgain_IsOneTopic() =>
        Assert.That(After(12, _ => Question(1)).ToHabit().Topics.ToArray().Distinct().Count(), Is.EqualTo(1));

    [Test]
    public void Take_ManyQuestions_KeepsTheTopicsOfTheLatestEight() =>
        Assert.That(After(30, i => Question(i < 22 ? i : 1)).ToHabit().Topics.ToArray(), Is.EqualTo(After(8, _ => Question(1)).ToHabit().Topics.ToArray()));

    [Test]
    public void Surface_MostExchangesWithTools_IsWithTools()
    {
        var node = default(HabitNode);
        for (int i = 0; i < 9; i++)
        {
            ExchangeRecord record = Record(Question(i));
            record.Traits = i < 5 ? ExchangeTraits.Tools | ExchangeTraits.Temperature : ExchangeTraits.SingleTurn;
            node.Add(in record);
        }

        Assert.That(node.Surface, Is.EqualTo(ExchangeTraits.Tools));
    }

    [Test]
    public void Take_MoreAccountsThanFit_LeavesTheNewOnesOut()
    {
        HabitMemory memory = Filled(Accounts + 10);

        Assert.That((memory.Count, memory.Find(Key(Accounts - 1).Low), memory.Find(Key(Accounts).Low)), Is.EqualTo((Accounts, Accounts - 1, -1)));
    }

    [Test]
    public void Forget_Full_ForgetsTheQuarterLongestUnseen()
    {
        HabitMemory memory = Filled(Accounts);

        memory.Forget(oldestTicks: 0);

        Assert.That(
            Enumerable.Range(0, Accounts).Where(i => memory.Find(Key(i).Low) < 0),
            Is.EqualTo(Enumerable.Range(0, (Accounts / 4) + 1)));
    }

    [Test]
    public void Forget_RoomLeft_ForgetsNobody()
    {
        HabitMemory memory = Filled(Accounts - 1);

        memory.Forget(oldestTicks: long.MaxValue);

        Assert.That(memory.Count, Is.EqualTo(Accounts - 1));
    }

    private static HabitMemory Filled(int accounts)
    {
        var memory = new HabitMemory(new GroupOptions { MaxHabits = Accounts });
        for (int i = 0; i < accounts; i++)
        {
            ExchangeRecord record = Record(Question(i));
            record.Account = Key(i);
            record.Ticks = i;
            memory.Take(in record);
        }

        return memory;
    }

    private static HabitNode After(int prompts, Func<int, string> prompt)
    {
        var node = default(HabitNode);
        for (int i = 0; i < prompts; i++)
        {
            ExchangeRecord record = Record(prompt(i));
            node.Add(in record);
        }

        return node;
    }

    private static ExchangeRecord Record(string prompt)
    {
        byte[] text = Encoding.UTF8.GetBytes(prompt);
        var record = new ExchangeRecord { Style = StyleReader.Read(text) };
        new SketchReader("0123456789abcdef"u8).Read(text, ref record.Sketch);
        return record;
    }

    private static string Question(int number) => $"Which of the {number + 2} harbours lies nearest to the old lighthouse {new string((char)('a' + (number % 26)), 5)}?";

    private static SubjectKey Key(int account) => new((ulong)account + 1, 7);
}
