// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules;

/// <summary>What a rule's prompts are after. An account's matches are counted per tactic, so there are at most sixteen.</summary>
public enum RuleTactic : byte
{
    /// <summary><c>hidden-reasoning</c>: to see reasoning that the model keeps to itself.</summary>
    HiddenReasoning,

    /// <summary><c>reasoning-trace</c>: to have reasoning written in a form ready for training.</summary>
    ReasoningTrace,

    /// <summary><c>task-generation</c>: to have many tasks or instructions written for another model.</summary>
    TaskGeneration,

    /// <summary><c>instance-generation</c>: to have inputs and outputs written for such tasks.</summary>
    InstanceGeneration,

    /// <summary><c>evolution</c>: to have an instruction rewritten into a harder or rarer one.</summary>
    Evolution,

    /// <summary><c>code-problem</c>: to have programming problems with solutions made from snippets.</summary>
    CodeProblem,

    /// <summary><c>grading</c>: to have answers scored for use as training data or reward.</summary>
    Grading,

    /// <summary><c>preference</c>: to have answers ranked or paired for preference training.</summary>
    Preference,

    /// <summary><c>tagging</c>: to have prompts tagged by quality, difficulty, intent or kind.</summary>
    Tagging,

    /// <summary><c>question-mining</c>: to have questions and answers made from documents for training.</summary>
    QuestionMining,

    /// <summary><c>persona</c>: to have users simulated, one persona after the other.</summary>
    Persona,

    /// <summary><c>transcript</c>: to have recorded conversations cleaned for training.</summary>
    Transcript,

    /// <summary><c>rewriting</c>: to have answers rewritten into the form that another model shall give.</summary>
    Rewriting,

    /// <summary><c>function-calls</c>: to have calls to tools made up for training.</summary>
    FunctionCalls,

    /// <summary><c>trajectory</c>: to have whole runs of an agent recorded or made up.</summary>
    Trajectory,
}
