namespace Nestwerk.Playbook;

/// <summary>How a pillar looks: always its colour, its texture, its icon and its word together.</summary>
public static class PillarLook
{
    extension(Pillar pillar)
    {
        public string Css =>
            pillar switch
            {
                Pillar.Know => "k",
                Pillar.Do => "d",
                Pillar.Feel => "v",
            };

        public string Icon =>
            pillar switch
            {
                Pillar.Know => "i-book",
                Pillar.Do => "i-hand",
                Pillar.Feel => "i-heart",
            };

        public string Fill() =>
            pillar switch
            {
                Pillar.Know => "var(--know)",
                Pillar.Do => "url(#hatch)",
                Pillar.Feel => "url(#dots)",
            };

        public string Stroke() =>
            pillar switch
            {
                Pillar.Know => "var(--know)",
                Pillar.Do => "var(--do)",
                Pillar.Feel => "var(--feel)",
            };
    }
}
