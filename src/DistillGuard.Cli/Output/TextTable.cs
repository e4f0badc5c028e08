// SPDX-License-Identifier: MIT

using Spectre.Console;

namespace DistillGuard.Cli.Output;

/// <summary>
/// A table for people: drawn to the terminal's width there, and as wide as its content anywhere else.
/// </summary>
internal sealed class TextTable
{
    private readonly Table _table = new() { Border = TableBorder.Ascii, ShowRowSeparators = false };

    /// <summary>Makes a table.</summary>
    /// <param name="columns">The headings; one that begins with <c>&gt;</c> is set flush right.</param>
    public TextTable(params ReadOnlySpan<string> columns)
    {
        foreach (string column in columns)
        {
            bool isNumber = column.StartsWith('>');
            _table.AddColumn(new TableColumn(Markup.Escape(isNumber ? column[1..] : column))
            {
                Alignment = isNumber ? Justify.Right : Justify.Left,
                NoWrap = isNumber,
            });
        }
    }

    /// <summary>Adds a row. Text is shown as it is, without markup.</summary>
    public void Add(params ReadOnlySpan<string> cells)
    {
        var row = new Spectre.Console.Text[cells.Length];
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = new Spectre.Console.Text(cells[i]);
        }

        _table.AddRow(row);
    }

    /// <summary>Draws the table.</summary>
    public void WriteTo(ToolConsole console)
    {
        _table.Border = console.IsOutputTerminal ? TableBorder.Rounded : TableBorder.Ascii;
        IAnsiConsole drawing = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = console.UsesColor ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = console.UsesColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(console.Output),
        });
        drawing.Profile.Width = console.Width;
        drawing.Write(_table);
    }
}
