namespace NetDsl.Evaluation.Tests;

/// <summary>What all random programs share: it notes values as they come, and makes names of them. It is evaluated as they are.</summary>
static class ObservationSource
{
    public const string Text = """
        #nullable disable warnings
        using System.Text;
        using NetDsl;

        /// <summary>What the text of programs calls.</summary>
        static class Common
        {
            /// <summary>Text of nine characters at most: what is assigned in loops would grow.</summary>
            public static string Cut(string text) => text.Length > 9 ? text[..9] : text;
        }

        /// <summary>What a program did so far, and the names that tell it.</summary>
        sealed class Log(VpcBuilder vpc)
        {
            int hash = 17;
            int next;

            public int Next() => next++;
            public int Note(int value) { hash = hash * 31 + value; return value; }
            public long Note(long value) { hash = hash * 31 + (int)(value ^ (value >> 32)); return value; }
            public bool Note(bool value) { hash = hash * 31 + (value ? 1 : 2); return value; }
            public string Note(string value) { foreach (var character in value) hash = hash * 31 + character; return value; }

            /// <summary>Tells some values; after sixty names they are noted only.</summary>
            public void Check(string text)
            {
                if (next > 60) Note(text);
                else Tell(text);
            }

            /// <summary>Tells values, and all that was noted.</summary>
            public void Tell(string text)
            {
                var name = new StringBuilder();
                foreach (var character in text)
                {
                    hash = hash * 31 + character;
                    if (name.Length < 90) name.Append(character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-' or '.' ? character : '_');
                }

                vpc.SecurityGroup($"c{next++}-{hash & 0xFFFFF:x5}-{name}");
            }
        }
        """;
}
