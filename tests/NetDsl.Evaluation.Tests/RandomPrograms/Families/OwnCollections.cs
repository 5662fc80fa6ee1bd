namespace NetDsl.Evaluation.Tests;

/// <summary>Own types that the language treats as collections, and that put several things together.</summary>
static class OwnCollections
{
    public static IReadOnlyList<Family> All { get; } =
    [
        new("own collection",
            Types: """
            sealed class $Bag : IEnumerable<int>
            {
                readonly List<int> items = [];
                public void Add(int item) => items.Add(item);
                public void Add(int item, int times) { for (var i = 0; i < times; i++) items.Add(item + i); }
                public int Count => items.Count;
                public int this[int index] => items[index];
                public IEnumerator<int> GetEnumerator() { foreach (var item in items.ToArray()) yield return item; }
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
            }

            sealed class $Down(int from)
            {
                public $Step GetEnumerator() => new(from);
                public struct $Step(int left) { public int Current { get; private set; } public bool MoveNext() { Current = left--; return Current > 0; } }
            }
            """)
        {
            Productions =
            [
                new("$Bag", "collection initializer", "new $Bag { «int!» }"),
                new("$Bag", "collection initializer", "new $Bag { «int», { «int», «1..3» }, «int» }", 3),
                new("int", "own collection", "«$Bag».Count"),
                new("int", "own collection", "«$Bag».Aggregate(0, «fn»($a, $n) => «+ int $a»«+ int $n»«int»«]»)", 2),
                new("bool", "list pattern on an own type", "(«$Bag» is [«pattern», ..])", 2),
                new("IEnumerable<int>", "own collection", "«$Bag».AsEnumerable()", 2),
                new("", "own collection", "foreach (var $n in «$Bag»)«+ int $n»«block»", 3),
                new("", "foreach by pattern", "foreach (var $n in new $Down(«int» & 3))«+ int $n»«loop»", 4),
                new("", "collection expression of an own type", "$Bag $v = [«int», «int», .. «int[]»];«out $Bag $v»", 3),
                new("", "declaration", "var $v = «$Bag»;«out $Bag $v»", 3),
            ],
            Shown = [("$Bag", "string.Join('.', «»)")],
        },
        new("tree",
            Types: """
            abstract record $Tree
            {
                public static $Tree Of(int n) => n <= 1 ? new $Leaf(n) : new $Node(Of(n / 2), Of(n - n / 2), (char)('a' + n % 5));
                public int Sum() => this switch
                {
                    $Leaf { Value: var value } => value,
                    $Node(var left, var right, 'b' or 'c') => left.Sum() «:- ^» right.Sum(),
                    $Node node => node.Left.Sum() + node.Right.Sum(),
                    _ => throw new InvalidOperationException(),
                };
                public IEnumerable<int> Leaves() => this is $Node { Left: var l, Right: var r } ? l.Leaves().Concat(r.Leaves()) : [(($Leaf)this).Value];
                public T Fold<T>(Func<int, T> leaf, Func<T, T, T> node) => this is $Node n ? node(n.Left.Fold(leaf, node), n.Right.Fold(leaf, node)) : leaf((($Leaf)this).Value);
            }

            sealed record $Leaf(int Value) : $Tree;

            sealed record $Node($Tree Left, $Tree Right, char Sign) : $Tree;
            """)
        {
            Productions =
            [
                new("$Tree", "tree of records", "$Tree.Of(«2..6»)"),
                new("$Tree", "tree of records", "(($Tree)new $Node(new $Leaf(«int»), $Tree.Of(«int» & 3), «char»))", 2),
                new("int", "tree of records", "«$Tree».Sum()", 3),
                new("int", "generic method of a record", "«$Tree».Fold(«fn»$n => «+ int $n»«int»«]», «fn»($a, $b) => «+ int $a»«+ int $b»«int»«]»)", 2),
                new("string", "generic method of a record", "«$Tree».Fold(n => (n & 7).ToString(), (a, b) => $\"({a}{b})\")", 2),
                new("IEnumerable<int>", "tree of records", "«$Tree».Leaves()", 2),
                new("bool", "record equality", "(«$Tree» == «$Tree»)", 2),
                new("bool", "nested pattern", "(«$Tree» is $Node { Left: $Leaf { Value: «pattern» }, Right: not null, Sign: 'a' or > 'c' })", 3),
                new("", "declaration", "var $v = «$Tree»;«outmut $Tree $v»", 4),
            ],
            Shown = [("$Tree", "«»")],
        },
    ];
}
