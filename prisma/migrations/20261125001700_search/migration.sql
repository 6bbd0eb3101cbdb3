-- Search: words of title, place and narrative in every spelling and script that is known, found through an index.

-- One word in small Latin letters. The letters of the Latin, Cyrillic, Armenian and Georgian scripts are known; the frequent ones stand first.
CREATE FUNCTION latin_word(word text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  t text := translate(normalize(word, NFC), 'аоеинтрсвлкмдпугызбйəşçğıöüАОНСВКМПբգդեզէըթիլկհմյնոպջսվտրւփքօաԱՍԼԳՂՄՆÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞàáâãäåèéêëìíîïðñòóôõøùúûýÿĀāĂăĄąĆćĈĉĊċČčĎďĐđĒēĔĕĖėĘęĚěĜĝĞĠġĢģĤĥĦħĨĩĪīĬĭĮįİĲĴĵĶķĸĹĺĻļĽľĿŀŁłŃńŅņŇňŉŊŌōŎŏŐőŒŔŕŖŗŘřŚśŜŝŞŠšŢţŤťŦŧŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžſƏǄǅǇǈǊǋǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜǝǞǟǠǡǢǤǥǦǧǨǩǪǫǬǭǮǰǱǲǴǵǷǸǹǺǻǼǾǿЀЁЂЃЄЅІЇЈЉЊЋЌЍЎЏБГДЕЖЗИЙЛРТУФХЦЧШЩЫЭЮЯфэѐёѓіїјћќѝўҐґҒҔҖҗҘҙҚқҜҝҞҟҠҡҢҤҦҨҩҪҫҬҮүҰұҲҳҴҶҷҸҹҺһҼҾӀӁӃӄӅӇӉӋӍӏӐӑӒӓӔӖӗӘәӚӛӜӞӟӠӢӣӤӥӦӧӨөӪӫӬӭӮӯӰӱӲӳӴӶӸӹӺӼӽӾӿԲԴԵԶԷԸԹԺԻԽԾԿՀՁՃՅՇՈՉՊՋՌՎՏՐՑՒՓՔՕՖֆაბგდევზთიკლმნოპრსტუფქყჯჰჱჲჳჴჵჶჷჹ̴̵̶̷̸̡̢̧̨̛̖̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑̒̓̔̽̾̿̀́͂̓̈́͆͊͋͌̕̚ͅ͏͓͔͕͖͙͚͐͑͒͗͛ͣͤͥͦͧͨͩͪͫͬͭͮͯ͘͜͟͢͝͞͠͡ЪЬъьჸჺ', 'aoeintrsvlkmdpugyzbyescgiouaonsvkmpbgdezeytilkhmynopjsvtrwpkoaaslgղmnaaaaaaæceeeeiiiidnoooooouuuuyþaaaaaaeeeeiiiidnooooouuuyyaaaaaaccccccccddddeeeeeeeeeeggggggghhhhiiiiiiiiiĳjjkkqllllllllllnnnnnnnŋooooooœrrrrrrsssssssttttttuuuuuuuuuuuuwwyyyzzzzzzseǆǆǉǉǌǌaaiioouuuuuuuuuueaaaaǣggggkkooooǯjǳǳggwnnaaǽooeeђgєѕiijљњckiuџbgdeжziylrtufхцчшщyeюяfeeegiijckiuggғҕjjzzqqggqqqqңҥҧwwssҭuuuuhhҵjjcchhҽҿhӂqqӆӈӊӌӎhaaaaӕeeaaeeӝjjӡiiiiooooyyaauuuuuuӵӷyyӻxxhhbdezeytժiխծkhձճyշoչpjռvtrցwpkoffabgdevztiklmnoprstupkqjheywxofeg');
BEGIN
  IF octet_length(t) = char_length(t) THEN
    RETURN t;
  END IF;
  IF t ~ '[жхцчшщюяђєѕљњџғҕңҥҧҭҵҽҿӂӆӈӊӌӎӕӝӡӵӷӻ]' THEN
    t := replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(t, 'ж', 'zh'), 'х', 'kh'), 'ц', 'ts'), 'ч', 'ch'), 'ш', 'sh'), 'щ', 'shch'), 'ю', 'yu'), 'я', 'ya'), 'ђ', 'dj'), 'є', 'ie'), 'ѕ', 'dz'), 'љ', 'lj'), 'њ', 'nj'), 'џ', 'dzh'), 'ғ', 'gh'), 'ҕ', 'gh'), 'ң', 'ng'), 'ҥ', 'ng'), 'ҧ', 'ph'), 'ҭ', 'th'), 'ҵ', 'ts'), 'ҽ', 'ch'), 'ҿ', 'ch'), 'ӂ', 'gi'), 'ӆ', 'lh'), 'ӈ', 'ng'), 'ӊ', 'nh'), 'ӌ', 'dzh'), 'ӎ', 'mh'), 'ӕ', 'ae'), 'ӝ', 'dzh'), 'ӡ', 'dz'), 'ӵ', 'tsh'), 'ӷ', 'gh'), 'ӻ', 'xh');
  END IF;
  IF t ~ '[ժխծձղճշչռցև]' THEN
    t := replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(t, 'ժ', 'zh'), 'խ', 'kh'), 'ծ', 'ts'), 'ձ', 'dz'), 'ղ', 'gh'), 'ճ', 'ch'), 'շ', 'sh'), 'չ', 'ch'), 'ռ', 'rr'), 'ց', 'ts'), 'և', 'ev');
  END IF;
  IF t ~ '[ßæþĳŋœǆǉǌǣǯǳǶǽ]' THEN
    t := replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(t, 'ß', 'ss'), 'æ', 'ae'), 'þ', 'th'), 'ĳ', 'ij'), 'ŋ', 'ng'), 'œ', 'oe'), 'ǆ', 'dz'), 'ǉ', 'lj'), 'ǌ', 'nj'), 'ǣ', 'ae'), 'ǯ', 'zh'), 'ǳ', 'dz'), 'Ƕ', 'hw'), 'ǽ', 'ae');
  END IF;
  IF t ~ '[ჟღშჩცძწჭხ]' THEN
    t := replace(replace(replace(replace(replace(replace(replace(replace(replace(t, 'ჟ', 'zh'), 'ღ', 'gh'), 'შ', 'sh'), 'ჩ', 'ch'), 'ც', 'ts'), 'ძ', 'dz'), 'წ', 'ts'), 'ჭ', 'ch'), 'ხ', 'kh');
  END IF;
  RETURN t;
END $$;

-- A text as it sounds, in small Latin letters, as lib/search/domain/folded.ts says: Şuşa, Shusha and Шуша are one. What is no
-- letter of these scripts and no digit counts as a space.
CREATE FUNCTION search_folded(given text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  t text := lower(given COLLATE "C");
BEGIN
  IF octet_length(t) <> char_length(t) THEN
    t := (SELECT string_agg(CASE WHEN octet_length(w.word) = char_length(w.word) THEN w.word ELSE public.latin_word(w.word) END, ' ' ORDER BY w.position)
            FROM unnest(string_to_array(t, ' ')) WITH ORDINALITY AS w(word, position));
  END IF;
  t := replace(replace(replace(replace(replace(replace(t, 'sh', 's'), 'ch', 'c'), 'kh', 'h'), 'gh', 'g'), 'zh', 'j'), 'ow', 'u');
  RETURN btrim(regexp_replace(t, '[^a-z0-9]+', ' ', 'g'));
END $$;

-- What is found ------------------------------------------------------------------------------------------------------
-- Weights say where a word stands: A in the title, B in the name of the place, C in the narrative. A reader from whom one of
-- these is withheld is answered from the others alone.
ALTER TABLE incident ADD COLUMN search tsvector;

CREATE FUNCTION incident_search(title text, place_name text, narrative text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT setweight(to_tsvector('simple', public.search_folded(title)), 'A')
      || setweight(to_tsvector('simple', coalesce(public.search_folded(place_name), '')), 'B')
      || setweight(to_tsvector('simple', public.search_folded(narrative)), 'C')
$$;

ALTER TABLE incident DISABLE TRIGGER USER;
UPDATE incident SET search = incident_search(title, place_name, narrative);
ALTER TABLE incident ENABLE TRIGGER USER;

CREATE FUNCTION keep_incident_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := incident_search(NEW.title, NEW.place_name, NEW.narrative);
  RETURN NEW;
END $$;
CREATE TRIGGER incident_search_kept BEFORE INSERT ON incident FOR EACH ROW EXECUTE FUNCTION keep_incident_search();
CREATE TRIGGER incident_search_follows BEFORE UPDATE OF title, place_name, narrative, search ON incident FOR EACH ROW EXECUTE FUNCTION keep_incident_search();

-- What is left of a record's words for a reader from whom these fields are withheld.
CREATE FUNCTION search_shown(search tsvector, withheld text[]) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN withheld && '{title,place,narrative}' THEN
    ts_filter(search, array_remove(ARRAY[CASE WHEN 'title' = ANY (withheld) THEN NULL ELSE 'A' END, CASE WHEN 'place' = ANY (withheld) THEN NULL ELSE 'B' END,
                                         CASE WHEN 'narrative' = ANY (withheld) THEN NULL ELSE 'C' END], NULL)::"char"[])
  ELSE search END
$$;

CREATE INDEX incident_search_idx ON incident USING gin (search);

-- Every form of a place's name ---------------------------------------------------------------------------------------
ALTER TABLE place_name ADD COLUMN folded text NOT NULL DEFAULT '';
UPDATE place_name SET folded = search_folded(form);

CREATE FUNCTION keep_place_name_folded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.folded := search_folded(NEW.form);
  RETURN NEW;
END $$;
CREATE TRIGGER place_name_folded_kept BEFORE INSERT OR UPDATE ON place_name FOR EACH ROW EXECUTE FUNCTION keep_place_name_folded();
CREATE INDEX place_name_folded_idx ON place_name (folded);

-- The words there are, for those that were typed with a slip. No unique key, on purpose: a long import must not make others wait
-- for a word that both use; a word that stands twice is taken once.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE TABLE search_word (id bigserial PRIMARY KEY, word text COLLATE "C" NOT NULL);
CREATE INDEX search_word_idx ON search_word (word);
CREATE INDEX search_word_trgm_idx ON search_word USING gin (word gin_trgm_ops);

CREATE FUNCTION keep_search_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO search_word (word) SELECT DISTINCT w.word FROM new_rows, unnest(tsvector_to_array(new_rows.search)) AS w(word)
      WHERE length(w.word) BETWEEN 3 AND 40 AND NOT EXISTS (SELECT 1 FROM search_word AS s WHERE s.word = w.word);
  ELSE
    INSERT INTO search_word (word) SELECT DISTINCT w.word FROM new_rows JOIN old_rows USING (id), unnest(tsvector_to_array(new_rows.search)) AS w(word)
      WHERE new_rows.search IS DISTINCT FROM old_rows.search AND length(w.word) BETWEEN 3 AND 40
        AND NOT EXISTS (SELECT 1 FROM search_word AS s WHERE s.word = w.word);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER incident_words_inserted AFTER INSERT ON incident REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_search_words();
CREATE TRIGGER incident_words_updated AFTER UPDATE ON incident REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_search_words();
INSERT INTO search_word (word) SELECT DISTINCT w.word FROM incident, unnest(tsvector_to_array(search)) AS w(word) WHERE length(w.word) BETWEEN 3 AND 40;

-- Saved searches -----------------------------------------------------------------------------------------------------
CREATE TABLE saved_search (
  id serial PRIMARY KEY,
  user_id int NOT NULL REFERENCES app_user (id) ON DELETE CASCADE ON UPDATE CASCADE,
  name text NOT NULL,
  -- The filters as they stand in the address, without a page of the list.
  query text NOT NULL,
  saved_at timestamptz(3) NOT NULL,
  CONSTRAINT saved_search_name_says_something CHECK (length(btrim(name)) > 0 AND length(name) <= 80),
  CONSTRAINT saved_search_query_short CHECK (length(query) <= 4000)
);
CREATE UNIQUE INDEX saved_search_user_id_name_key ON saved_search (user_id, name);
