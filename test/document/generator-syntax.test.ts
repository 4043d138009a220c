import { describe, expect, it } from 'vitest';
import { generatorSyntax } from '../../src/document/generator-syntax.js';
import { lintText } from '../../src/index.js';

const FORMAT = {
  'format/fullwidth-punctuation': 'warn',
  'format/book-title-marks': 'warn',
  'format/doc-number-brackets': 'warn',
  'format/look-alike-characters': 'warn',
} as const;

const KEPT = [
  '{{< figure src="a.png" title="采砂点,示意图" >}}',
  '文字见{{< ref "采砂,许可(2024).md" >}}，请看。',
  '{{% notice "注意,不得夜间采砂" %}}',
  '{{<figure\n  title="甲,乙"\n>}}',
  '{% include note.html text="注意,不得夜间采砂" %}',
  '{{ site.name | default: "云溪市,水务局" }}',
  '<% note "注意,夜间" %>',
  '???+ note "采砂许可的介绍,一"',
  '!!! warning "注意,不得夜间采砂"',
  ':::tip 注意,夜间',
  '=== "申请,受理"',
  '{: .class title="甲,乙"}',
  '{#甲,乙}',
  '请看[[2024年河道,采砂名录]]和![[采砂图,一.png]]。',
  '> [!注意,一] 夜间不得采砂。',
  '[名录]{title="甲,乙"}。',
  '补贴额为$甲,乙$，合计$$丙,丁$$。',
  '{{< ref "<<办法>>（2024）.md" >}}[[云政发[2024]9号]]',
  '{{< ref "⽤地.md" >}}。',
  '![流程](a.png){width="50%" title="甲,乙"}',
  '执行<code>甲,乙</code>，按<kbd class="k">丙,丁</kbd>键。',
  '{% highlight sh %}\n甲,乙\n{% endhighlight %}',
  '{{< highlight sh >}}\n甲,乙\n{{< /highlight >}}',
  '{%- raw -%}甲,乙{%- endraw -%}',
  '- ::: tip 甲,乙',
  '<<< @/甲,乙.md',
  '--8<-- "甲,乙.md"',
  "import { A } from '甲,乙'",
  "<Tabs items={['甲,乙']}>",
  '存在D:\\\\采砂,许可\\\\a.docx里。',
  '存在C:/采砂,许可.txt',
];

describe('what generators of sites read', () => {
  it.each(KEPT)('%s is left alone by every fix', async (line) => {
    const text = `---\nkind: interpretation\ntitle: 采砂解读\n---\n\n# 采砂解读\n\n${line}\n`;
    const { output } = await lintText(text, { presets: ['base'], rules: FORMAT, configLookup: false, fix: true });
    expect(output).toBeUndefined();
  });

  it('does not keep the text around it from being mended', async () => {
    const text = '# 采砂解读\n\n依据(见{{< ref "甲,乙.md" >}}一文),夜间不得采砂,补贴5$左右,另有[[丙,丁]]等,办理。\n';
    const { output } = await lintText(text, { presets: ['base'], rules: FORMAT, configLookup: false, fix: true });
    expect(output).toBe(
      '# 采砂解读\n\n依据（见{{< ref "甲,乙.md" >}}一文），夜间不得采砂，补贴5$左右，另有[[丙,丁]]等，办理。\n',
    );
  });

  it.each(['<code>甲,乙', '{% raw %}甲,乙', '比例1:2,乙', '甲<乙,丙', 'A:甲,乙'])('is not %s', (line) => {
    const open = generatorSyntax(line);
    expect(open.some(({ start, end }) => start <= line.indexOf(',') && line.indexOf(',') < end)).toBe(false);
  });

  it('is not what is not closed, nor money', () => {
    expect(generatorSyntax('{{ 甲 [[ 乙\n]] {% 丙 $5和$6 100$')).toEqual([]);
    expect(generatorSyntax('{{'.repeat(5000))).toEqual([]);
  });

  it('is no longer than 4,000 characters between its marks', () => {
    const shortcode = (length: number) => `{{${'甲'.repeat(length - 2)}}}`;
    expect(generatorSyntax(shortcode(4000))).toEqual([{ start: 0, end: 4002 }]);
    expect(generatorSyntax(shortcode(4001))).toEqual([]);
  });
});
